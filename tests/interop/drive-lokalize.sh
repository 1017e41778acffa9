# Opens a file in Lokalize and sets targets over D-Bus, then saves.
# usage: drive-lokalize.sh FILE ENTRY TEXT [ENTRY TEXT …]
set -u
file=$1; shift
lokalize &
qdbus=/usr/lib/qt5/bin/qdbus
name=org.kde.Lokalize
service=
for _ in $(seq 240); do
  service=$($qdbus 2>/dev/null | tr -d ' ' | grep -m 1 -i lokalize)
  [ -n "$service" ] && $qdbus "$service" /ThisIsWhatYouWant >/dev/null 2>&1 && break
  sleep 0.25
done
editor=/ThisIsWhatYouWant/Editor/$($qdbus "$service" /ThisIsWhatYouWant $name.MainWindow.openFileInEditor "$file") || exit 3
echo "entries: $($qdbus "$service" "$editor" $name.Editor.entryCount)"
while [ $# -gt 1 ]; do
  $qdbus "$service" "$editor" $name.Editor.gotoEntry "$1"
  $qdbus "$service" "$editor" $name.Editor.setEntryTarget "$1" 0 "$2" || exit 4
  shift 2
done
[ "$($qdbus "$service" "$editor" $name.Editor.saveFile)" = true ]
