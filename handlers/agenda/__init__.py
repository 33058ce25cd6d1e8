"""The joint meeting of both teams: its agenda, its actions and its minutes."""
