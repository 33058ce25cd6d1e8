"""The envelope of a rep's working day, put together from what several features have to ask."""
