"""The browser demo's own CRM: invented, on this machine only, and spoken to like any other."""
