# Opens a file in Poedit and edits its entries in order, by the keyboard alone: each is first copied from its source
# (so that its tags are there), then gets TEXT put behind it, or in its place. Saved and looked up after each edit.
# usage: drive-poedit.sh FILE (append|replace|skip) TEXT …
set -u
file=$1; shift
poedit "$file" &
window=
for _ in $(seq 240); do
  window=$(xdotool search --onlyvisible --name "$(basename "$file")" 2>/dev/null | head -n 1)
  [ -n "$window" ] && break
  sleep 0.25
done
[ -n "$window" ] || exit 3
sleep 1
# Without a window manager nothing gives a window the keyboard by itself.
xdotool windowfocus --sync "$window"
# From the list by way of a button to the translation.
xdotool key --delay 150 Tab Tab
while [ $# -gt 1 ]; do
  if [ "$1" != skip ]; then
    done=
    for attempt in 1 2 3 4; do
      printf '%s' "$2" | xclip -selection clipboard -in
      xdotool key --delay 150 ctrl+b
      sleep "0.$((attempt * 2))"
      if [ "$1" = append ]; then xdotool key --delay 150 ctrl+End; else xdotool key --delay 150 ctrl+a; fi
      xdotool key --delay 150 ctrl+v
      sleep "0.$((attempt * 2))"
      xdotool key --delay 150 ctrl+s
      for _ in $(seq 20); do
        grep -qF -- "$2" "$file" && done=yes && break
        sleep 0.25
      done
      [ -n "$done" ] && break
    done
    [ -n "$done" ] || exit 4
  fi
  shift 2
  xdotool key --delay 150 ctrl+Down
  sleep 0.3
done
