"""The CRMs, each behind the same port; an exported file is one of them."""
