"""A person's own page with Leadloop: what waits for them, their settings, what is known of them."""
