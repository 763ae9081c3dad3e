" Writes what :cfile lists of the file $OUTPUT into the file $LISTED: a line of JSON for each error.
execute 'cgetfile' fnameescape($OUTPUT)
let lines = []
for each in filter(getqflist(), 'v:val.valid')
  call add(lines, json_encode([bufname(each.bufnr), each.lnum, each.vcol ? each.col : -1, each.type, each.text]))
endfor
call writefile(lines, $LISTED)
qall!
