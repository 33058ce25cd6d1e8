"""A Slack of the tests own: real HTTP on loopback, state, signatures, and Slack's refusals."""
