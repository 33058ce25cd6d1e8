"""What named people confirmed and the CRM is to have: waiting, written, in conflict, refused or undone."""
