# A person's own page with Leadloop.

home-title = Dzień dobry, tu Leadloop
home-what = Łączę sprzedaż i marketing: zapytaj mnie, co się stało z Twoimi leadami, a o to, czego nie ma w CRM, zapytam ich opiekunów.
home-private = Tę stronę widzisz tylko Ty.
home-knows = Co o mnie wiesz?
home-known-title = Co Leadloop o Tobie przechowuje
home-known-help = Nikt inny nie widzi tej listy i nie powstają z niej żadne statystyki. Błędy może poprawić administrator.
