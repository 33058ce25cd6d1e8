settings-wrong = Please mend the settings: { $faults }
check-all-well = All is well: the settings are right and the database can be used.
ask-no-file = There is no file { $file }.
