; SPDX-FileCopyrightText: 2026 The servicedesk authors
; SPDX-License-Identifier: MIT
; Inno Setup 6: installs the frozen folder for one person, without asking for an administrator.
; iscc /DVersion=0.1.0 /DFolder=dist\servicedesk packaging\windows\servicedesk.iss

#ifndef Version
  #error Name the version: /DVersion=0.1.0
#endif
#ifndef Folder
  #error Name the frozen folder: /DFolder=dist\servicedesk
#endif

[Setup]
AppId={{6B1E3C0E-6D0B-4B7C-9C57-5E7A1C1D9A42}
AppName=servicedesk
AppVersion={#Version}
AppPublisher=The servicedesk authors
DefaultDirName={autopf}\servicedesk
DefaultGroupName=servicedesk
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
OutputBaseFilename=servicedesk-{#Version}-setup
Compression=lzma2
SolidCompression=yes
WizardStyle=modern
UninstallDisplayIcon={app}\servicedesk-window.exe
; A program that is open keeps its own folder; the person is asked to close it.
CloseApplications=yes

[Files]
Source: "{#Folder}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[InstallDelete]
; Libraries of an older release must not lie beside those of this one.
Type: filesandordirs; Name: "{app}\_internal"

[Icons]
Name: "{group}\servicedesk"; Filename: "{app}\servicedesk-window.exe"
Name: "{autodesktop}\servicedesk"; Filename: "{app}\servicedesk-window.exe"; Tasks: desktopicon

[Tasks]
Name: "desktopicon"; Description: "Put an icon on the desktop"

[Run]
Filename: "{app}\servicedesk-window.exe"; Description: "Open servicedesk"; Flags: nowait postinstall skipifsilent

; What the owner wrote lies in the folder of his own data, and stays when the program goes.
