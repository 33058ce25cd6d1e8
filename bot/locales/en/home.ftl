# A person's own page with Leadloop.

home-title = Hello, this is Leadloop
home-what = I go between sales and marketing: ask me what became of your leads, and what the CRM does not know I ask the owners for you.
home-private = Only you see this page.
home-knows = What do you know of me?
home-known-title = What Leadloop keeps about you
home-known-help = Nobody else is shown this list, and no figure is made of it. An administrator can correct what is wrong.
