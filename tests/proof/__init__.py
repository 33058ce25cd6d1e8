"""Shows that no message is lost and none is said twice, by killing the sender again and again."""
