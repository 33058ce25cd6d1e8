"""Ask: what happened to these leads, first of the CRM, then of the reps who own them."""
