;;; What Emacs shows of the demo graph by the functions behind its commands. Run by ./run in a copy of the graph.  -*- lexical-binding: t -*-

(require 'cl-lib)
(require 'eglot)
(require 'flymake)

(defvar patience (/ (string-to-number (getenv "PATIENCE_MS")) 1000.0))
(defvar graph default-directory)
(defvar wrong 0)

(defun check (what holds)
  "Print whether HOLDS comes to return something in time."
  (let* ((end (+ (float-time) patience))
         (problem nil)
         (attempt (lambda ()
                    (condition-case failure
                        (funcall holds)
                      (error (setq problem (error-message-string failure)) nil))))
         (fine (funcall attempt)))
    (while (not (or fine (> (float-time) end)))
      (accept-process-output nil 0.05)
      (setq fine (funcall attempt)))
    (unless fine (cl-incf wrong))
    (princ (cond (fine (format "ok %s\n" what))
                 (problem (format "WRONG %s: %s\n" what problem))
                 (t (format "WRONG %s\n" what))))))

(defun go (page text)
  "Open PAGE of the graph with a server and move to TEXT in it."
  (switch-to-buffer (find-file-noselect (expand-file-name page graph)))
  (unless (eglot-managed-p)
    (ignore-errors (call-interactively #'eglot)))
  ;; Eglot tells of changes when Emacs is idle, which it never is here.
  (when (eglot-managed-p) (eglot--signal-textDocument/didChange))
  (goto-char (point-min))
  (search-forward text))

(defun places (xrefs)
  "What XREFS lead to, as `file:line' each."
  (mapcar (lambda (xref)
            (let ((location (xref-item-location xref)))
              (format "%s:%d"
                      (file-name-nondirectory (xref-location-group location))
                      (xref-location-line location))))
          xrefs))

(defun all-in-p (expected found)
  (cl-subsetp expected found :test #'equal))

(defun definition-in-p (file text)
  "Whether the definition of what is at point is TEXT in FILE."
  ;; Without a server Emacs would ask for a table of tags.
  (unless (eglot-managed-p) (error "No server"))
  (save-window-excursion
    (xref-find-definitions "LSP identifier at point.")
    (and (string-suffix-p file (decode-coding-string buffer-file-name 'utf-8))
         (looking-at-p text))))

(go "journals/2026_11_07.md" "((1cd1f297")
(check "diagnostics"
       (lambda ()
         (cl-some (lambda (found)
                    (and (= 5 (line-number-at-pos (flymake-diagnostic-beg found)))
                         (string-match-p "No block in this graph has the id 1cd1f297"
                                         (flymake-diagnostic-text found))))
                  (flymake-diagnostics))))

(go "pages/Baking schedule.md" "((f283896a")
(check "one server for the whole graph"
       (lambda () (= 1 (length (apply #'append (hash-table-values eglot--servers-by-project))))))

(let ((shown ""))
  (check "hover"
         (lambda ()
           (eglot-hover-eldoc-function
            (lambda (text &rest _) (when text (setq shown (substring-no-properties text)))))
           (accept-process-output nil 0.2)
           (and (string-search "Dough for one loaf" shown)
                (string-search "450 g bread flour" shown)))))

(check "definition"
       (lambda () (definition-in-p "Sourdough.md" "Dough for one loaf")))

(go "pages/Keyboard layout.org" "((997a1f0c")
(check "definition from an Org page"
       (lambda () (definition-in-p "日本語.md" "動詞")))

(go "pages/Sourdough.md" "id:: b124d05e")
(check "references"
       (lambda ()
         (all-in-p '("Sourdough.md:41" "Baking schedule.md:12" "2026_10_10.md:2")
                   (places (xref-backend-references 'eglot "LSP identifier at point.")))))

(check "symbols of a page"
       (lambda ()
         (let ((symbols (format "%S" (funcall imenu-create-index-function))))
           (and (string-search "Starter" symbols)
                (string-search "Hydration" symbols)))))

(check "symbols of the graph"
       (lambda () (member "Sourdough.md:1" (places (xref-backend-apropos 'eglot "sourd")))))

;; The server asks for edits of other pages, and Eglot its user.
(defalias 'y-or-n-p #'always)

(defun write-in (page text)
  "Write TEXT as a new last line of PAGE; point is at its end."
  (go page "")
  (goto-char (point-max))
  (unless (bolp) (insert "\n"))
  (insert text))

(defun choose (label)
  "Take LABEL from what Emacs suggests at point, as those do that show it."
  (unless (eglot-managed-p) (error "No server"))
  (let* ((suggested (eglot-completion-at-point))
         (start (nth 0 suggested))
         (end (nth 1 suggested))
         (all (all-completions (buffer-substring start end) (nth 2 suggested)))
         (chosen (cl-find label all :test #'string=)))
    (unless chosen (error "Not among %S" (mapcar #'substring-no-properties all)))
    (delete-region start end)
    (insert chosen)
    (funcall (plist-get (nthcdr 3 suggested) :exit-function) chosen 'finished)
    t))

(defun line ()
  (buffer-substring-no-properties (line-beginning-position) (line-end-position)))

(write-in "pages/Reading list.md" "- [[bakin")
(check "a page is suggested, and its reference written"
       (lambda ()
         (or (equal (line) "- [[Baking schedule]]") (choose "Baking schedule"))
         (equal (line) "- [[Baking schedule]]")))

(write-in "pages/Reading list.md" "- ((changed between")
(check "a block of a closed page is suggested by two words, and gets its id"
       (lambda ()
         (or (string-suffix-p "))" (line)) (choose "what changed between then and now?"))
         (let ((id (and (string-match "((\\([-0-9a-f]+\\)))" (line)) (match-string 1 (line)))))
           (with-current-buffer (find-file-noselect (expand-file-name "pages/Debugging notes.md" graph))
             (save-excursion
               (goto-char (point-min))
               (search-forward (concat "what changed between then and now?\n\t\t  id:: " id)))))))

(defun press (key)
  "Do what KEY does in this buffer."
  (call-interactively (or (key-binding (kbd key)) (error "%s does nothing" key))))

(go "pages/contents.md" "[[Templates")
(check "a block moves by a key, and point with it"
       (lambda ()
         (when (= 3 (line-number-at-pos)) (press "M-<up>"))
         (and (= 2 (line-number-at-pos)) (equal (string-trim (line)) "- [[Templates]]"))))

(go "pages/Debugging notes.md" "tags:: progr")
(check "a page is renamed in all files"
       (lambda ()
         (unless (string-search "software" (line))
           (unless (eglot-managed-p) (error "No server"))
           (eglot-rename "software"))
         (and (equal (line) "tags:: software, method")
              (with-current-buffer (find-file-noselect (expand-file-name "pages/Rust ownership.md" graph))
                (string-search "software" (buffer-string))))))

(ignore-errors (eglot-shutdown-all))
(kill-emacs (if (= wrong 0) 0 1))
