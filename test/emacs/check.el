;;; check.el --- Drives Emacs, set up as docs/editors.md says  -*- lexical-binding: t -*-

;; Prints one JSON line per observation.  The working directory holds files with a repeated sentence,
;; notes.txt and a Makefile among them.

(require 'eglot)
(require 'flymake)
(require 'json)

(defun check-say (name value)
  "Print that NAME was seen to be VALUE."
  (princ (concat (json-encode `((name . ,name) (value . ,value))) "\n")))

(defun check-wait (what condition)
  "Wait until CONDITION returns non-nil, and return that; WHAT says for what."
  (let ((end (+ (float-time) 60)) (met nil))
    (while (not (setq met (funcall condition)))
      (when (> (float-time) end) (error "Waited in vain for %s" what))
      (accept-process-output nil 0.02))
    met))

(defun check-found ()
  "Return the diagnostics of the current buffer."
  ;; Nobody is idle in batch mode, so nothing asks Eglot for what it was told.
  (flymake-start)
  (flymake-diagnostics))

;; The folder is the project; the root of a repository around it is not.
(setq project-find-functions (list (let ((root default-directory)) (lambda (_) (cons 'transient root)))))

(find-file "notes.txt")
;; What `eglot-ensure' waits for: the end of a command.
(run-hooks 'post-command-hook)
(let ((server (check-wait "the server" #'eglot-current-server)))
  (let ((first (check-wait "all places"
                           (lambda ()
                             (let ((found (check-found)))
                               (and (= 1 (length found))
                                    (string-match-p "2 more places" (flymake-diagnostic-text (car found)))
                                    (car found)))))))
    (check-say 'found `((message . ,(flymake-diagnostic-text first))
                        (type . ,(flymake-diagnostic-type first))
                        (text . ,(buffer-substring-no-properties (flymake-diagnostic-beg first)
                                                                 (flymake-diagnostic-end first))))))
  (goto-char (+ 5 (point-min)))
  (let ((hover (jsonrpc-request server :textDocument/hover (eglot--TextDocumentPositionParams))))
    (check-say 'hover (plist-get (plist-get hover :contents) :value)))
  (check-say 'compared (text-twin-compare "Closes the file." "Closes  the file."))

  ;; Plain text has no comments: the fix is taken where there are some.
  (find-file "Makefile")
  (eglot-ensure)
  (run-hooks 'post-command-hook)
  (check-wait "the server of Makefiles" #'eglot-current-server)
  (check-wait "a diagnostic in the Makefile" (lambda () (= 1 (length (check-found)))))
  (goto-char (flymake-diagnostic-beg (car (check-found))))
  (let ((fix (car (eglot-code-actions (point) (point)))))
    (check-say 'fix (plist-get fix :title))
    (eglot--apply-workspace-edit (plist-get fix :edit))
    ;; Nor does Eglot tell of edits before somebody is idle.
    (eglot--signal-textDocument/didChange)
    (check-wait "no diagnostics once ignored" (lambda () (null (check-found))))
    (check-say 'fixed (buffer-substring-no-properties (point-min) (point-max))))

  (find-file "notes.txt")
  (erase-buffer)
  (insert "Nothing of the kind stands anywhere else in this folder.\n")
  (eglot--signal-textDocument/didChange)
  (check-say 'edited (check-wait "no diagnostics after the edit"
                                 (lambda () (and (null (check-found)) 0))))
  (eglot-shutdown-all)
  (check-say 'stopped (not (jsonrpc-running-p server))))
