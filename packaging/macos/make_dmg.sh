#!/bin/sh
# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
# Packs a frozen folder as an application in a disk image: make_dmg.sh FOLDER TARGET VERSION
# It is not signed: whoever gives it away signs and notarises the application before the image.
set -eu
folder=$1 target=$2 version=$3
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
app="$stage/servicedesk.app/Contents"
mkdir -p "$app/MacOS" "$app/Resources"
cp -R "$folder/." "$app/MacOS/"
cp "$folder/servicedesk.icns" "$app/Resources/servicedesk.icns" 2>/dev/null || true
cat > "$app/Info.plist" <<PLIST
<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0">
<dict>
  <key>CFBundleExecutable</key><string>servicedesk-window</string>
  <key>CFBundleIconFile</key><string>servicedesk</string>
  <key>CFBundleIdentifier</key><string>servicedesk</string>
  <key>CFBundleName</key><string>servicedesk</string>
  <key>CFBundlePackageType</key><string>APPL</string>
  <key>CFBundleShortVersionString</key><string>$version</string>
  <key>CFBundleVersion</key><string>$version</string>
  <key>LSMinimumSystemVersion</key><string>13.0</string>
  <key>NSHighResolutionCapable</key><true/>
</dict>
</plist>
PLIST
ln -s /Applications "$stage/Applications"
hdiutil create -quiet -ov -volname servicedesk -srcfolder "$stage" -format UDZO \
    "$target/servicedesk-$version.dmg"
echo "  $target/servicedesk-$version.dmg"
