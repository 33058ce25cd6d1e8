"""What both teams call a qualified lead: criteria, their versions, and how a lead fits them."""
