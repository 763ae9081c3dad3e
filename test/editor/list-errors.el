;; Prints what M-x compile would find in the file $OUTPUT: file, line and column, one a line.
(require 'compile)
(with-temp-buffer
  (insert-file-contents (getenv "OUTPUT"))
  (compilation-mode)
  (compilation--ensure-parse (point-max))
  (goto-char (point-min))
  (while (not (eobp))
    (let ((message (get-text-property (point) 'compilation-message)))
      (when message
        (let ((location (compilation--message->loc message)))
          (princ (format "%s:%s:%s\n"
                         (caar (compilation--loc->file-struct location))
                         (compilation--loc->line location)
                         (compilation--loc->col location))))))
    (forward-line 1)))
