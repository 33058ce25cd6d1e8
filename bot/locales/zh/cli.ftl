settings-wrong = 请修正以下设置：{ $faults }
check-all-well = 一切正常：设置正确，数据库可用。
ask-no-file = 找不到文件 { $file }。
