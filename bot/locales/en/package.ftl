# The app package of Teams. Titles of commands are what Teams puts into the message for people.

package-name = Leadloop
package-full-name = Leadloop, the go-between of sales and marketing
package-summary = Ask what became of your leads, and read the answer where you work.
package-description = Marketing asks in chat what happened to its leads, and gets an answer from the CRM at once. What the CRM does not know is asked of the owning reps in one quiet message a day, with answers of one tap, and the asker’s card fills as they reply. No rep is ever shown beside a number. Leadloop is run by your own company: it reads only messages that mention it or are written to it, and lead data goes to full members of your company alone.
package-what-happened = What happened to these leads?
package-what-happened-hint = Ask what became of the leads in this message.
package-ask = ask
package-ask-hint = What became of leads: paste addresses, names with company or CRM links, or say “the webinar leads”
package-home = home
package-home-hint = Your open questions and what Leadloop knows of you
package-settings = settings
package-settings-hint = Your language, hours and absences
package-help = help
package-help-hint = What you can ask, with examples
package-company = Teams names the company in the app: please give its name, of { $most } letters at most.
package-https = Teams takes only addresses that begin with https://, and it needs at least the website where people find help.
package-host = { $host } is no host name of the CRM’s pages. Please mend { $setting }.
package-no-app = Which app is it? Give its application id in { $setting }; docs/teams.md tells how to register it.
package-written = The app package is in { $file }. Upload it in the Teams admin center, under Manage apps.
package-not-written = { $file } cannot be written.
