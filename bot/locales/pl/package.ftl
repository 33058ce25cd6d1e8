# The app package of Teams. Titles of commands are what Teams puts into the message for people.

package-name = Leadloop
package-full-name = Leadloop: łącznik sprzedaży i marketingu
package-summary = Zapytaj, co się stało z Twoimi leadami, i przeczytaj odpowiedź tu, na czacie.
package-description = Marketing pyta na czacie, co się stało z leadami, i od razu dostaje odpowiedź z CRM. O to, czego CRM nie wie, Leadloop pyta opiekunów leadów w jednej spokojnej wiadomości dziennie; odpowiada się jednym dotknięciem, a karta pytającego na bieżąco się uzupełnia. Żaden handlowiec nie jest pokazywany obok liczb. Leadloop działa na serwerach Waszej firmy: czyta tylko wiadomości, w których ktoś go wspomni lub które są do niego napisane, a dane leadów trafiają wyłącznie do pełnoprawnych członków firmy.
package-what-happened = Co się stało z tymi leadami?
package-what-happened-hint = Zapytaj, co się stało z leadami z tej wiadomości.
package-ask = zapytaj
package-ask-hint = Co się stało z leadami: wklej adresy, nazwiska z firmą lub linki do CRM albo napisz „leady z webinaru”
package-home = start
package-home-hint = Twoje otwarte pytania i to, co Leadloop o Tobie wie
package-settings = ustawienia
package-settings-hint = Twój język, godziny pracy i nieobecności
package-help = pomoc
package-help-hint = O co można pytać, z przykładami
package-company = Teams pokazuje w aplikacji nazwę firmy: podaj ją, najwyżej { $most } znaki.
package-https = Teams przyjmuje tylko adresy zaczynające się od https:// i potrzebuje co najmniej strony, na której można znaleźć pomoc.
package-host = { $host } nie jest nazwą hosta stron CRM. Popraw { $setting }.
package-no-app = Która to aplikacja? Podaj jej identyfikator w { $setting }; jak ją zarejestrować, opisuje docs/teams.md.
package-written = Pakiet aplikacji jest w { $file }. Prześlij go w centrum administracyjnym Teams, w części „Zarządzaj aplikacjami”.
package-not-written = Nie można zapisać pliku { $file }.
