"""Gentler words for a note: what blames, exaggerates or insults is put neutrally, or left out."""
