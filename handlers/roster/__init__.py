"""Who is who: whom Leadloop lets in, what they become, and which owner in the CRM is which person."""
