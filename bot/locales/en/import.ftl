# Bringing in what a CRM exported

## why a whole import is refused
import-no-files = Name at least one file to import.
import-no-file = There is no file called { $file }.
import-unreadable = { $file } cannot be read. Check who may read it.
import-empty = { $file } holds no lines to import.
import-no-table = { $file } is not a table of text. Export it again as CSV or XLSX.
import-old-workbook = { $file } is an old Excel file or protected by a password. Save it as .xlsx without a password, or as CSV.
import-damaged = { $file } is damaged or protected by a password. Save it again as .xlsx or as CSV.
import-macros = { $file } contains macros. Save it as .xlsx without them, or as CSV.
import-bomb = { $file } would grow far too large when opened, so it was not opened. Save the sheet as CSV.
import-too-large = { $file } is larger than the { $limit } MB that are read at once. Split it, or export fewer columns.
import-too-many-rows = { $file } has more than { NUMBER($limit) } lines. Split it, or save it as CSV.
import-too-many-columns = { $file } has more than { $limit } columns. Export only those you need.
import-no-identity = No column of { $file } tells which lead a line is about: its id, an e-mail address, or name and company. The headings are: { $headings }. A mapping file can say which column is which.
import-nothing-of-leads = { $file } holds no leads, deals or activities. Import it together with the leads it belongs to.
import-several-systems = These files come from several CRMs ({ $systems }). Import each CRM by itself.
import-too-many-refused = { NUMBER($refused) } of { NUMBER($read) } lines would be refused, so nothing was imported. The lines with their reasons are in { $refused_file }.
import-unknown-zone = There is no time zone called { $zone }. Write it as Europe/Warsaw or UTC.
import-no-room = { $file } cannot be written, neither beside the import nor in the working folder.
import-mapping-unreadable = The mapping file { $file } is not valid TOML.
import-mapping-table = The mapping file { $file } has a table [{ $table }] that means nothing here. It may hold [columns], [status], [reason], [tags] and [stage], with text on both sides.
import-mapping-field = The mapping file { $file } names a field { $field } that does not exist. Fields of your own begin with “extra.”.
import-mapping-long = The mapping file { $file } names a field { $field }, which is too long: after “extra.” at most { $most } characters fit.
import-mapping-word = The mapping file { $file } says { $word } under [{ $table }], which is no status or reason of Leadloop.

## why a line is refused
import-refused-columns = { $found ->
        [one] { NUMBER($found) } cell where there should be { NUMBER($expected) }
       *[other] { NUMBER($found) } cells where there should be { NUMBER($expected) }
    }
import-refused-one-field = The whole line stands inside one pair of quotation marks
import-refused-cell = A cell is too long, or its quotation mark is not closed
import-refused-long = { $heading }: too long
import-refused-date = { $heading }: { $value } is not a date
import-refused-no-date = No date
import-refused-identity = No id, no e-mail address, and no name with company
import-refused-no-lead = Belongs to no lead that is known

## what is worth knowing
import-note-sessions = { $file } holds visits to the web site, which are no touch by sales, so it was left out.
import-note-date-order = Nothing in { $file } shows whether the day or the month stands first in its dates; the day was assumed.

## the report
import-report-title = Import done
import-report-system = Source
import-report-read = Lines read
import-report-new = New leads
import-report-changed = Changed leads
import-report-unchanged = Unchanged leads
import-report-activities = New activities
import-report-repeated = Repeated lines (the last one counts)
import-report-refused = Refused lines
import-report-refused-file = The refused lines and why are in { $file }
import-report-columns = Columns
import-report-file = File
import-report-heading = Heading
import-report-field = Meaning
import-report-left-out = left out
import-report-words = Unknown words (kept as they are; a mapping file can say what they mean)
import-report-word = Word
import-report-table = Where
import-report-count = Times
import-report-dates = Order in dates
import-report-year-first = year, month, day
import-report-day-first = day, month, year
import-report-month-first = month, day, year
import-progress-reading = Reading
import-progress-writing = Writing
