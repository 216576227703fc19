<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AccountButton</name>
    <message>
        <source>Nobody is signed in: open the menu</source>
        <translation>Niemand ist angemeldet: Menü öffnen</translation>
    </message>
    <message>
        <source>%1: open the menu</source>
        <translation>%1: Menü öffnen</translation>
    </message>
    <message>
        <source>Nobody signed in</source>
        <translation>Niemand angemeldet</translation>
    </message>
</context>
<context>
    <name>AccountPage</name>
    <message>
        <source>Your account</source>
        <translation>Ihr Konto</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Asking the platform</source>
        <translation>Die Plattform wird gefragt</translation>
    </message>
    <message>
        <source>Where you are signed in is known there.</source>
        <translation>Dort ist bekannt, wo Sie angemeldet sind.</translation>
    </message>
    <message>
        <source>Set it up here. Until then the platform does nothing else for you.</source>
        <translation>Richten Sie ihn hier ein. Bis dahin tut die Plattform sonst nichts für Sie.</translation>
    </message>
</context>
<context>
    <name>AccountPresenter</name>
    <message>
        <source>Ask again where you are signed in</source>
        <translation>Neu fragen, wo Sie angemeldet sind</translation>
    </message>
    <message>
        <source>Sign out everywhere else</source>
        <translation>Überall sonst abmelden</translation>
    </message>
    <message>
        <source>Change your password</source>
        <translation>Ihr Passwort ändern</translation>
    </message>
    <message>
        <source>Set up an authenticator</source>
        <translation>Einen Authenticator einrichten</translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation>Niemand ist angemeldet.</translation>
    </message>
    <message>
        <source>You are signed in nowhere else, as far as is known here.</source>
        <translation>Soweit hier bekannt, sind Sie sonst nirgends angemeldet.</translation>
    </message>
    <message>
        <source>Sign out on %1?</source>
        <comment>a device</comment>
        <translation>Auf %1 abmelden?</translation>
    </message>
    <message>
        <source>Whoever works there with your account needs the password again.</source>
        <translation>Wer dort mit Ihrem Konto arbeitet, braucht das Passwort erneut.</translation>
    </message>
    <message>
        <source>Sign out there</source>
        <translation>Dort abmelden</translation>
    </message>
    <message numerus="yes">
        <source>Sign out on %n other devices?</source>
        <translation>
            <numerusform>Auf %n anderen Gerät abmelden?</numerusform>
            <numerusform>Auf %n anderen Geräten abmelden?</numerusform>
        </translation>
    </message>
    <message>
        <source>Whoever works there with the account of %1 needs the password again.</source>
        <translation>Wer dort mit dem Konto von %1 arbeitet, braucht das Passwort erneut.</translation>
    </message>
    <message numerus="yes">
        <source>Sign out on %n devices?</source>
        <translation>
            <numerusform>Auf %n Gerät abmelden?</numerusform>
            <numerusform>Auf %n Geräten abmelden?</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign out everywhere</source>
        <translation>Überall abmelden</translation>
    </message>
</context>
<context>
    <name>AccountScreen</name>
    <message>
        <source>here</source>
        <comment>the device at hand</comment>
        <translation>hier</translation>
    </message>
    <message>
        <source>Another password</source>
        <translation>Anderes Passwort</translation>
    </message>
    <message>
        <source>Authenticator</source>
        <translation>Authenticator</translation>
    </message>
    <message>
        <source>Sign out elsewhere</source>
        <translation>Sonst abmelden</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>what happened, and what to do about it</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Asking the platform</source>
        <translation>Die Plattform wird gefragt</translation>
    </message>
    <message>
        <source>What the platform knows of your account could not be read.</source>
        <translation>Was die Plattform von Ihrem Konto weiß, konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Type the six digits that the authenticator shows now, or a recovery code.</source>
        <translation>Die sechs Ziffern eingeben, die der Authenticator jetzt zeigt, oder einen Wiederherstellungscode.</translation>
    </message>
    <message>
        <source>Sign in at the platform, which shows your account only with the password.</source>
        <translation>Melden Sie sich an der Plattform an: Sie zeigt Ihr Konto nur mit dem Passwort.</translation>
    </message>
    <message>
        <source>Choose 1-9</source>
        <translation>1-9 wählen</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>Einmalcode</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>YOUR ACCOUNT</source>
        <translation>IHR KONTO</translation>
    </message>
    <message>
        <source>ask</source>
        <comment>again</comment>
        <translation>neu</translation>
    </message>
    <message>
        <source>+</source>
        <translation>+</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Who switches by PIN is known to this device only. Sign in with e-mail and password to see and change your account.</source>
        <translation>Wer mit der PIN wechselt, ist nur diesem Gerät bekannt. Melden Sie sich mit E-Mail und Passwort an, um Ihr Konto zu sehen und zu ändern.</translation>
    </message>
    <message>
        <source>Here is where you are signed in. Press the number of another device to sign out there.</source>
        <translation>Hier steht, wo Sie angemeldet sind. Drücken Sie die Nummer eines anderen Geräts, um sich dort abzumelden.</translation>
    </message>
    <message>
        <source>Type it here; a scan is not taken.</source>
        <translation>Tippen Sie es ein; ein Scan wird nicht angenommen.</translation>
    </message>
    <message>
        <source>This is here. Sign out from the main menu.</source>
        <translation>Das ist hier. Im Hauptmenü abmelden.</translation>
    </message>
    <message>
        <source>Signed in %1</source>
        <comment>since when</comment>
        <translation>Angemeldet %1</translation>
    </message>
    <message>
        <source>Last used %1</source>
        <comment>when</comment>
        <translation>Zuletzt %1</translation>
    </message>
    <message>
        <source>SIGN OUT</source>
        <translation>ABMELDEN</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Stay signed in</source>
        <translation>Nicht abmelden</translation>
    </message>
    <message>
        <source>What the platform knows of this account could not be read.</source>
        <translation>Was die Plattform von diesem Konto weiß, konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Signed in nowhere with the password.</source>
        <translation>Nirgends mit dem Passwort angemeldet.</translation>
    </message>
    <message>
        <source>Sign in at the platform yourself, which shows this only to somebody with a password.</source>
        <translation>Melden Sie sich selbst an der Plattform an: Sie zeigt das nur nach dem Passwort.</translation>
    </message>
    <message>
        <source>SIGNED IN</source>
        <translation>ANGEMELDET</translation>
    </message>
    <message>
        <source>Here is where this person is signed in. Press the number of a device to sign them out there.</source>
        <translation>Hier steht, wo diese Person angemeldet ist. Drücken Sie die Nummer eines Geräts, um sie dort abzumelden.</translation>
    </message>
    <message>
        <source>The shop asks you for an authenticator. Press Enter to set it up.</source>
        <translation>Der Laden verlangt von Ihnen einen Authenticator. Mit Enter richten Sie ihn ein.</translation>
    </message>
    <message>
        <source>Enter to begin</source>
        <translation>Enter zum Beginnen</translation>
    </message>
</context>
<context>
    <name>ApprovalDialog</name>
    <message>
        <source>Approval</source>
        <translation>Freigabe</translation>
    </message>
    <message>
        <source>Who approves it</source>
        <translation>Wer es freigibt</translation>
    </message>
    <message>
        <source>Back without it</source>
        <translation>Zurück ohne Freigabe</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Enter</source>
        <comment>the key</comment>
        <translation>Enter</translation>
    </message>
    <message numerus="yes">
        <source>%n digits of the PIN</source>
        <translation>
            <numerusform>%n Ziffer der PIN</numerusform>
            <numerusform>%n Ziffern der PIN</numerusform>
        </translation>
    </message>
    <message>
        <source>Type the PIN first.</source>
        <translation>Tippen Sie zuerst die PIN.</translation>
    </message>
    <message>
        <source>One of these people types their PIN. You stay signed in.</source>
        <translation>Eine dieser Personen tippt ihre PIN. Sie bleiben angemeldet.</translation>
    </message>
</context>
<context>
    <name>ApprovalPresenter</name>
    <message>
        <source>%1 wants to take %2 % off this sale.</source>
        <translation>%1 möchte %2 % auf diesen Verkauf nachlassen.</translation>
    </message>
    <message>
        <source>%1 wants to sell.</source>
        <translation>%1 möchte verkaufen.</translation>
    </message>
    <message>
        <source>%1 wants to open a shift.</source>
        <translation>%1 möchte eine Schicht öffnen.</translation>
    </message>
    <message>
        <source>%1 wants to close the shift.</source>
        <translation>%1 möchte die Schicht schließen.</translation>
    </message>
    <message>
        <source>%1 wants to add a product to the catalog.</source>
        <translation>%1 möchte ein Produkt in den Katalog aufnehmen.</translation>
    </message>
    <message>
        <source>%1 wants to change a product.</source>
        <translation>%1 möchte ein Produkt ändern.</translation>
    </message>
    <message>
        <source>%1 wants to decide about something that needs attention.</source>
        <translation>%1 möchte über etwas entscheiden, das Aufmerksamkeit braucht.</translation>
    </message>
    <message>
        <source>%1 wants to do something that needs more rights.</source>
        <translation>%1 möchte etwas tun, das mehr Rechte braucht.</translation>
    </message>
    <message>
        <source>Type it again, or go back: everything stays as it is.</source>
        <translation>Tippen Sie sie noch einmal oder gehen Sie zurück: Alles bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>%1 wants to pay back %2.</source>
        <translation>%1 möchte %2 auszahlen.</translation>
    </message>
    <message>
        <source>%1 wants to take something back.</source>
        <translation>%1 möchte etwas zurücknehmen.</translation>
    </message>
    <message>
        <source>%1 wants to take cash out of the drawer, or to open it.</source>
        <translation>%1 möchte Bargeld aus der Lade nehmen oder sie öffnen.</translation>
    </message>
    <message>
        <source>%1 wants to close the shift, but the count is further off than the shop accepts.</source>
        <translation>%1 möchte die Schicht schließen, aber die Zählung weicht stärker ab, als das Geschäft zulässt.</translation>
    </message>
    <message>
        <source>%1 wants to practise at the till.</source>
        <translation>%1 möchte an der Kasse üben.</translation>
    </message>
</context>
<context>
    <name>ApprovalScreen</name>
    <message>
        <source>APPROVAL</source>
        <translation>FREIGABE</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Who approves it?</source>
        <translation>Wer gibt es frei?</translation>
    </message>
    <message>
        <source>+</source>
        <translation>+</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Whoever approves it types their PIN and presses Enter. It is not shown. F3 goes back without it.</source>
        <translation>Wer es freigibt, tippt die eigene PIN und drückt Enter. Sie wird nicht gezeigt. F3 geht ohne Freigabe zurück.</translation>
    </message>
    <message>
        <source>%1 Press the number of whoever approves it.</source>
        <comment>what is wanted</comment>
        <translation>%1 Drücken Sie die Nummer der Person, die es freigibt.</translation>
    </message>
    <message>
        <source>A PIN has digits only</source>
        <translation>Eine PIN hat nur Ziffern</translation>
    </message>
    <message>
        <source>The code %1 was not taken. Answer this first.</source>
        <translation>Der Code %1 wurde nicht angenommen. Beantworten Sie zuerst diese Frage.</translation>
    </message>
    <message>
        <source>The badge was not taken. Approve with your PIN.</source>
        <translation>Der Ausweis wurde nicht angenommen. Geben Sie es mit Ihrer PIN frei.</translation>
    </message>
</context>
<context>
    <name>AttentionCardView</name>
    <message>
        <source>The one before</source>
        <translation>Zum vorigen Eintrag</translation>
    </message>
    <message>
        <source>The next one</source>
        <translation>Zum nächsten Eintrag</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open what it is about</source>
        <translation>Öffnen, worum es geht</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Ihr Wert</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>What will be saved</source>
        <translation>Was gespeichert wird</translation>
    </message>
</context>
<context>
    <name>AttentionPresenter</name>
    <message>
        <source>Save what is chosen</source>
        <translation>Auswahl speichern</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meinen Wert behalten</translation>
    </message>
    <message>
        <source>Keep theirs</source>
        <translation>Den anderen Wert behalten</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Beiseitelegen</translation>
    </message>
    <message>
        <source>this device</source>
        <translation>dieses Gerät</translation>
    </message>
    <message>
        <source>another device</source>
        <translation>ein anderes Gerät</translation>
    </message>
    <message>
        <source>You may not decide about this. Ask somebody who may edit it.</source>
        <translation>Sie dürfen darüber nicht entscheiden. Bitten Sie jemanden, der es bearbeiten darf.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Open something that needs attention first.</source>
        <translation>Öffnen Sie zuerst einen Eintrag unter „Bitte prüfen“.</translation>
    </message>
    <message>
        <source>This was not changed in two places.</source>
        <translation>Dies wurde nicht an zwei Stellen geändert.</translation>
    </message>
    <message>
        <source>Correct the value that cannot stand first.</source>
        <translation>Berichtigen Sie zuerst den Wert, der so nicht stehen kann.</translation>
    </message>
    <message>
        <source>This cannot be done again as it was.</source>
        <translation>Das lässt sich so nicht wiederholen.</translation>
    </message>
    <message>
        <source>Keep theirs instead.</source>
        <translation>Behalten Sie stattdessen den anderen Wert.</translation>
    </message>
    <message>
        <source>Decided: %1</source>
        <comment>what was done</comment>
        <translation>Entschieden: %1</translation>
    </message>
    <message>
        <source>not for you to see</source>
        <comment>a value</comment>
        <translation>für Sie nicht sichtbar</translation>
    </message>
</context>
<context>
    <name>AttentionWords</name>
    <message>
        <source>Something that the platform could not read</source>
        <translation>Etwas, das die Plattform nicht lesen konnte</translation>
    </message>
    <message>
        <source>Changed in two places: %1.</source>
        <translation>An zwei Stellen geändert: %1.</translation>
    </message>
    <message>
        <source>Choose what should stand.</source>
        <translation>Wählen Sie, was gelten soll.</translation>
    </message>
    <message>
        <source>Ask somebody who may edit it to choose.</source>
        <translation>Bitten Sie jemanden, der es bearbeiten darf, zu wählen.</translation>
    </message>
    <message>
        <source>The platform could not read this. It keeps it whole, nothing is lost.</source>
        <translation>Die Plattform konnte dies nicht lesen. Sie bewahrt es vollständig auf, nichts geht verloren.</translation>
    </message>
    <message>
        <source>It waits for a change of another device. It goes on by itself.</source>
        <translation>Es wartet auf eine Änderung eines anderen Geräts und geht von selbst weiter.</translation>
    </message>
    <message>
        <source>It waits for “%1”, which needs a decision.</source>
        <translation>Es wartet auf „%1“, worüber entschieden werden muss.</translation>
    </message>
    <message>
        <source>It waits for “%1”. It goes on by itself.</source>
        <translation>Es wartet auf „%1“ und geht von selbst weiter.</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Einkaufspreis</translation>
    </message>
    <message>
        <source>Tax class</source>
        <translation>Steuerklasse</translation>
    </message>
    <message>
        <source>Counted in</source>
        <translation>Gezählt in</translation>
    </message>
    <message>
        <source>Weight in grams</source>
        <translation>Gewicht in Gramm</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Varianten</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archiviert</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>Marke</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>Artikelnummer</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Tax id</source>
        <translation>Steuernummer</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>May sign in</source>
        <translation>Darf sich anmelden</translation>
    </message>
    <message>
        <source>Works at</source>
        <translation>Arbeitet in</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>“%1” is not a whole number.</source>
        <translation>„%1“ ist keine ganze Zahl.</translation>
    </message>
    <message>
        <source>Write digits only.</source>
        <translation>Schreiben Sie nur Ziffern.</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>Erlaubt</translation>
    </message>
    <message>
        <source>With a colleague&apos;s PIN</source>
        <translation>Mit PIN eines Kollegen</translation>
    </message>
    <message>
        <source>Takes off a sale</source>
        <translation>Nachlass je Verkauf</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>Stillgelegt</translation>
    </message>
    <message>
        <source>Made from</source>
        <translation>Entstanden aus</translation>
    </message>
    <message>
        <source>Barcodes</source>
        <translation>Barcodes</translation>
    </message>
    <message>
        <source>Offers by e-mail</source>
        <translation>Angebote per E-Mail</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>Ausweis</translation>
    </message>
    <message>
        <source>Customer group</source>
        <translation>Kundengruppe</translation>
    </message>
    <message>
        <source>Price list</source>
        <translation>Preisliste</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Bedingungen</translation>
    </message>
    <message>
        <source>What it gives</source>
        <translation>Was sie gewährt</translation>
    </message>
    <message>
        <source>Coupons</source>
        <translation>Gutscheincodes</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Vorrang</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Abgeschaltet</translation>
    </message>
    <message>
        <source>Stands alone</source>
        <translation>Steht allein</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s)</source>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AuditDetailPanel</name>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Vorher und nachher</translation>
    </message>
    <message>
        <source>To quote</source>
        <translation>Zum Nennen</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>Änderungsprotokoll</translation>
    </message>
    <message>
        <source>Choose an entry</source>
        <translation>Wählen Sie einen Eintrag</translation>
    </message>
    <message>
        <source>Who did it, what became what and who approved it stand here.</source>
        <translation>Hier steht, wer es war, was woraus wurde und wer es freigab.</translation>
    </message>
    <message>
        <source>This entry is not in the list</source>
        <translation>Dieser Eintrag ist nicht in der Liste</translation>
    </message>
    <message>
        <source>It may be older, or of a place that is not yours.</source>
        <translation>Er kann älter sein oder zu einem Standort gehören, der nicht Ihrer ist.</translation>
    </message>
    <message>
        <source>Back to all entries</source>
        <translation>Zurück zu allen Einträgen</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Freigegeben von</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>Kette</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
</context>
<context>
    <name>AuditEntryScreen</name>
    <message>
        <source>ENTRY %1</source>
        <translation>EINTRAG %1</translation>
    </message>
    <message>
        <source>This entry is not in the list any more.</source>
        <translation>Dieser Eintrag ist nicht mehr in der Liste.</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Freigegeben von</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>%1 &gt; %2</source>
        <comment>what it was, what it is</comment>
        <translation>%1 &gt; %2</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>Kette</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>This is one entry of the audit trail: who did it, where and when, then what became what. Its number, its chain and the request that caused it are for quoting it. Enter goes back.</source>
        <translation>Dies ist ein Eintrag des Änderungsprotokolls: wer es war, wo und wann, dann was woraus wurde. Nummer, Kette und die Anfrage, die ihn verursacht hat, sind zum Nennen da. Enter führt zurück.</translation>
    </message>
</context>
<context>
    <name>AuditFilterBar</name>
    <message>
        <source>Who did it</source>
        <translation>Wer es war</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>When it was done</source>
        <translation>Wann es war</translation>
    </message>
    <message>
        <source>Done to</source>
        <translation>Betrifft</translation>
    </message>
    <message>
        <source>something</source>
        <translation>etwas</translation>
    </message>
</context>
<context>
    <name>AuditFilterScreen</name>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Done to</source>
        <translation>Betrifft</translation>
    </message>
    <message>
        <source>FILTER</source>
        <translation>FILTER</translation>
    </message>
    <message>
        <source>Choose 1-9</source>
        <translation>Wählen Sie 1-9</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>ok</translation>
    </message>
    <message>
        <source>Show these entries</source>
        <translation>Diese Einträge zeigen</translation>
    </message>
    <message>
        <source>+</source>
        <translation>+</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Press the number of what you want to choose: whose entries, of what kind, since when. F4 shows them.</source>
        <translation>Drücken Sie die Nummer dessen, was Sie wählen wollen: wessen Einträge, welcher Art, seit wann. F4 zeigt sie.</translation>
    </message>
</context>
<context>
    <name>AuditListPanel</name>
    <message>
        <source>Audit trail</source>
        <translation>Änderungsprotokoll</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Noch einmal fragen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Asking what was done</source>
        <translation>Es wird gefragt, was geschah</translation>
    </message>
    <message>
        <source>This is not of now.</source>
        <translation>Dies ist nicht der Stand von jetzt.</translation>
    </message>
    <message>
        <source>Only who manages people sees what was done</source>
        <translation>Was geschah, sieht nur, wer das Team verwaltet</translation>
    </message>
    <message>
        <source>Let a manager sign in, or ask one to give you the right.</source>
        <translation>Lassen Sie die Leitung sich anmelden, oder bitten Sie sie um das Recht.</translation>
    </message>
    <message>
        <source>What was done is not known here</source>
        <translation>Was geschah, ist hier nicht bekannt</translation>
    </message>
    <message>
        <source>The platform keeps the audit trail. %1</source>
        <comment>why it does not answer</comment>
        <translation>Das Änderungsprotokoll führt die Plattform. %1</translation>
    </message>
    <message>
        <source>See who did what, where and when</source>
        <translation>Sehen Sie, wer was wo und wann getan hat</translation>
    </message>
    <message>
        <source>Each change and each sign-in gets a line here.</source>
        <translation>Jede Änderung und jede Anmeldung bekommt hier eine Zeile.</translation>
    </message>
    <message>
        <source>No entry fits these filters</source>
        <translation>Kein Eintrag passt zu diesen Filtern</translation>
    </message>
    <message>
        <source>Choose somebody else, another kind or a longer time.</source>
        <translation>Wählen Sie jemand anderen, eine andere Art oder eine längere Zeit.</translation>
    </message>
    <message>
        <source>Show the whole trail</source>
        <translation>Das ganze Protokoll zeigen</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>how many entries, why not more</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>AuditPage</name>
    <message>
        <source>Audit trail</source>
        <translation>Änderungsprotokoll</translation>
    </message>
</context>
<context>
    <name>AuditPresenter</name>
    <message>
        <source>Ask again what was done</source>
        <translation>Noch einmal fragen, was geschah</translation>
    </message>
    <message>
        <source>Filter the audit trail</source>
        <translation>Änderungsprotokoll filtern</translation>
    </message>
    <message>
        <source>Show the whole audit trail</source>
        <translation>Das ganze Änderungsprotokoll zeigen</translation>
    </message>
    <message>
        <source>Back to all entries</source>
        <translation>Zurück zu allen Einträgen</translation>
    </message>
    <message>
        <source>Only who manages people sees what was done.</source>
        <translation>Was geschah, sieht nur, wer das Team verwaltet.</translation>
    </message>
    <message>
        <source>No filter is on.</source>
        <translation>Kein Filter ist gesetzt.</translation>
    </message>
    <message>
        <source>No entry is open.</source>
        <translation>Kein Eintrag ist offen.</translation>
    </message>
    <message>
        <source>Let a manager sign in, or ask one to give you the right.</source>
        <translation>Lassen Sie die Leitung sich anmelden, oder bitten Sie sie um das Recht.</translation>
    </message>
    <message numerus="yes">
        <source>The newest %n entries</source>
        <translation>
            <numerusform>Der neueste Eintrag</numerusform>
            <numerusform>Die neuesten %n Einträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Of this location only. Sign in with mail address and password to see more.</source>
        <translation>Nur von diesem Standort. Melden Sie sich mit E-Mail-Adresse und Passwort an, um mehr zu sehen.</translation>
    </message>
</context>
<context>
    <name>AuditScreen</name>
    <message>
        <source>Only who manages people sees what was done. Ask a manager.</source>
        <translation>Was geschah, sieht nur, wer das Team verwaltet. Fragen Sie die Leitung.</translation>
    </message>
    <message>
        <source>Nothing was done yet.</source>
        <translation>Noch geschah nichts.</translation>
    </message>
    <message>
        <source>No entry fits. F2 chooses others.</source>
        <translation>Kein Eintrag passt. F2 wählt andere.</translation>
    </message>
    <message>
        <source>Asking what was done</source>
        <translation>Es wird gefragt, was geschah</translation>
    </message>
    <message>
        <source>This is not of now.</source>
        <translation>Dies ist nicht der Stand von jetzt.</translation>
    </message>
    <message>
        <source>AUDIT TRAIL</source>
        <translation>PROTOKOLL</translation>
    </message>
    <message>
        <source>Choose 1-9</source>
        <translation>Wählen Sie 1-9</translation>
    </message>
    <message>
        <source>fil</source>
        <translation>fil</translation>
    </message>
    <message>
        <source>Choose what is shown</source>
        <translation>Wählen, was gezeigt wird</translation>
    </message>
    <message>
        <source>ask</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Noch einmal fragen</translation>
    </message>
    <message>
        <source>+</source>
        <translation>+</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Here is who did what, where and when, the newest first. Press the number of a line to see what became what. F2 chooses whose entries, of what kind and since when.</source>
        <translation>Hier steht, wer was wo und wann getan hat, das Neueste zuerst. Drücken Sie die Nummer einer Zeile, um zu sehen, was woraus wurde. F2 wählt, wessen Einträge, welcher Art und seit wann.</translation>
    </message>
</context>
<context>
    <name>AuditTableModel</name>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>done</source>
        <comment>an entry</comment>
        <translation>erledigt</translation>
    </message>
</context>
<context>
    <name>AuditTrailPresenter</name>
    <message>
        <source>&quot;%1&quot; is not a day.</source>
        <translation>„%1“ ist kein Tag.</translation>
    </message>
    <message>
        <source>Write it as year, month and day: 2026-11-20.</source>
        <translation>Schreiben Sie Jahr, Monat und Tag: 2026-11-20.</translation>
    </message>
</context>
<context>
    <name>AuditWords</name>
    <message>
        <source>Password of %1 set</source>
        <translation>Passwort von %1 gesetzt</translation>
    </message>
    <message>
        <source>Password of %1 set with a code from a mail</source>
        <translation>Passwort von %1 mit einem Code aus einer Mail gesetzt</translation>
    </message>
    <message>
        <source>%1 invited by mail</source>
        <translation>%1 per Mail eingeladen</translation>
    </message>
    <message>
        <source>Role of %1 changed</source>
        <translation>Rolle von %1 geändert</translation>
    </message>
    <message>
        <source>%1 kept from signing in</source>
        <translation>%1 von der Anmeldung ausgeschlossen</translation>
    </message>
    <message>
        <source>%1 let sign in again</source>
        <translation>%1 wieder zur Anmeldung zugelassen</translation>
    </message>
    <message>
        <source>Authenticator of %1 set up</source>
        <translation>Authenticator von %1 eingerichtet</translation>
    </message>
    <message>
        <source>Authenticator of %1 removed</source>
        <translation>Authenticator von %1 entfernt</translation>
    </message>
    <message>
        <source>Device %1 enrolled</source>
        <translation>Gerät %1 registriert</translation>
    </message>
    <message>
        <source>Device %1 shut out</source>
        <translation>Gerät %1 gesperrt</translation>
    </message>
    <message>
        <source>Code made to let device %1 in again</source>
        <translation>Code erstellt, um Gerät %1 wieder zuzulassen</translation>
    </message>
    <message>
        <source>Device %1 let in again</source>
        <translation>Gerät %1 wieder zugelassen</translation>
    </message>
    <message>
        <source>Device %1 went on as another register</source>
        <translation>Gerät %1 lief als andere Kasse weiter</translation>
    </message>
    <message>
        <source>Auditor&apos;s journal of %1 began anew</source>
        <translation>Prüfjournal von %1 begann neu</translation>
    </message>
    <message>
        <source>Auditor&apos;s journal of %1 is not what the platform signed</source>
        <translation>Prüfjournal von %1 ist nicht, was die Plattform gegenzeichnete</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Session ended</source>
        <translation>Sitzung beendet</translation>
    </message>
    <message>
        <source>Session ended, because its key was used twice</source>
        <translation>Sitzung beendet, weil ihr Schlüssel zweimal benutzt wurde</translation>
    </message>
    <message>
        <source>Company created</source>
        <translation>Unternehmen angelegt</translation>
    </message>
    <message>
        <source>Review on the platform closed</source>
        <translation>Prüffall auf der Plattform abgeschlossen</translation>
    </message>
    <message>
        <source>Key for sign-ins changed</source>
        <translation>Schlüssel für Anmeldungen gewechselt</translation>
    </message>
    <message>
        <source>somebody not known here</source>
        <translation>jemand, der hier nicht bekannt ist</translation>
    </message>
    <message>
        <source>something not known here</source>
        <translation>etwas, das hier nicht bekannt ist</translation>
    </message>
    <message>
        <source>not known here</source>
        <comment>a device</comment>
        <translation>hier nicht bekannt</translation>
    </message>
    <message>
        <source>PIN of %1 taken away</source>
        <translation>PIN von %1 entfernt</translation>
    </message>
    <message>
        <source>PIN of %1 set</source>
        <translation>PIN von %1 gesetzt</translation>
    </message>
    <message>
        <source>A sale</source>
        <translation>Ein Verkauf</translation>
    </message>
    <message>
        <source>Somebody not known any more</source>
        <translation>Jemand, der nicht mehr bekannt ist</translation>
    </message>
    <message>
        <source>The platform itself</source>
        <translation>Die Plattform selbst</translation>
    </message>
    <message>
        <source>The device itself</source>
        <translation>Das Gerät selbst</translation>
    </message>
    <message>
        <source>At the platform itself</source>
        <translation>An der Plattform selbst</translation>
    </message>
    <message>
        <source>A device not known any more</source>
        <translation>Ein Gerät, das nicht mehr bekannt ist</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>an entry</comment>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Changed in two places</source>
        <translation>An zwei Stellen geändert</translation>
    </message>
    <message>
        <source>Waited</source>
        <comment>an entry</comment>
        <translation>Wartete</translation>
    </message>
    <message>
        <source>Refused</source>
        <comment>an entry</comment>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Not readable</source>
        <comment>an entry</comment>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Sign-ins</source>
        <translation>Anmeldungen</translation>
    </message>
    <message>
        <source>Ends of sessions</source>
        <translation>Enden von Sitzungen</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produkte</translation>
    </message>
    <message>
        <source>Prices and variants</source>
        <translation>Preise und Varianten</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Verkäufe</translation>
    </message>
    <message>
        <source>Shifts</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>Auditor&apos;s journal</source>
        <translation>Prüfjournal</translation>
    </message>
    <message>
        <source>Reviews on the platform</source>
        <translation>Prüffälle auf der Plattform</translation>
    </message>
    <message>
        <source>Keys of the platform</source>
        <translation>Schlüssel der Plattform</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>At any time</source>
        <translation>Jederzeit</translation>
    </message>
    <message>
        <source>Stock changed</source>
        <translation>Bestand geändert</translation>
    </message>
    <message>
        <source>%1 told at their address before that it was changed</source>
        <translation>%1 unter der bisherigen Adresse über deren Änderung benachrichtigt</translation>
    </message>
    <message>
        <source>%1 signed in with their new address</source>
        <translation>%1 mit der neuen Adresse angemeldet</translation>
    </message>
    <message>
        <source>What is known of a customer handed out</source>
        <translation>Was über einen Kunden bekannt ist, herausgegeben</translation>
    </message>
    <message>
        <source>Role %1 retired</source>
        <translation>Rolle %1 stillgelegt</translation>
    </message>
    <message>
        <source>Role %1 brought back</source>
        <translation>Rolle %1 wieder freigegeben</translation>
    </message>
    <message>
        <source>Settings of the shop</source>
        <translation>Einstellungen des Geschäfts</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>A code for a new password of %1 was asked for</source>
        <translation>Ein Code für ein neues Passwort von %1 wurde angefordert</translation>
    </message>
    <message>
        <source>Recovery code of %1 used to sign in</source>
        <translation>Wiederherstellungscode von %1 zum Anmelden benutzt</translation>
    </message>
    <message>
        <source>Sign-in of %1 refused several times in a row</source>
        <translation>Anmeldung von %1 mehrmals hintereinander abgelehnt</translation>
    </message>
    <message>
        <source>Earlier session ended by a new sign-in on the same device</source>
        <translation>Frühere Sitzung durch eine neue Anmeldung am selben Gerät beendet</translation>
    </message>
    <message>
        <source>Backup of the platform written</source>
        <translation>Sicherung der Plattform geschrieben</translation>
    </message>
    <message>
        <source>Platform made from a backup</source>
        <translation>Plattform aus einer Sicherung hergestellt</translation>
    </message>
    <message>
        <source>Devices told that the database was put back</source>
        <translation>Geräten gemeldet, dass die Datenbank zurückgesetzt wurde</translation>
    </message>
    <message>
        <source>%1, on the platform&apos;s machine</source>
        <comment>a user of the operating system</comment>
        <translation>%1, am Rechner der Plattform</translation>
    </message>
    <message>
        <source>Backups of the platform</source>
        <translation>Sicherungen der Plattform</translation>
    </message>
    <message>
        <source>Device renamed, now %1</source>
        <translation>Gerät umbenannt, jetzt %1</translation>
    </message>
    <message>
        <source>Code made for a new device</source>
        <translation>Code für ein neues Gerät erstellt</translation>
    </message>
    <message>
        <source>Keys of the platform encrypted by a new key</source>
        <translation>Schlüssel der Plattform mit einem neuen verschlüsselt</translation>
    </message>
    <message>
        <source>Lost keys of the platform replaced</source>
        <translation>Verlorene Schlüssel der Plattform ersetzt</translation>
    </message>
    <message>
        <source>Badge of %1 taken away</source>
        <translation>Ausweis von %1 entzogen</translation>
    </message>
    <message>
        <source>Badge of %1 made</source>
        <translation>Ausweis von %1 erstellt</translation>
    </message>
    <message>
        <source>Device %1 told to move</source>
        <translation>Gerät %1 soll umziehen</translation>
    </message>
</context>
<context>
    <name>AuthenticatorCard</name>
    <message>
        <source>Authenticator</source>
        <translation>Authenticator</translation>
    </message>
    <message>
        <source>Leave without them</source>
        <translation>Ohne sie gehen</translation>
    </message>
    <message>
        <source>Back to the codes</source>
        <translation>Zu den Codes</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>An app on your telephone that shows a new code of six digits every half minute. With it, a password alone lets nobody in: signing in asks for the code too. Your PIN works as before.</source>
        <translation>Eine App auf Ihrem Telefon, die jede halbe Minute einen neuen Code aus sechs Ziffern zeigt. Mit ihr lässt ein Passwort allein niemanden ein: Die Anmeldung fragt auch nach dem Code. Ihre PIN gilt wie bisher.</translation>
    </message>
    <message>
        <source>Set up an authenticator</source>
        <translation>Einen Authenticator einrichten</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>Jetziges Passwort</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Take a picture of this with the authenticator app, or type the secret there. Then type the code that the app shows.</source>
        <translation>Nehmen Sie dies mit der Authenticator-App auf, oder tippen Sie dort das Geheimnis ein. Geben Sie dann den Code ein, den die App zeigt.</translation>
    </message>
    <message>
        <source>Secret of the authenticator</source>
        <translation>Geheimnis des Authenticators</translation>
    </message>
    <message>
        <source>Code that the app shows now</source>
        <translation>Code, den die App jetzt zeigt</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>The authenticator counts. Each of these recovery codes lets you in once when it is lost. They are shown this once: keep them where only you find them.</source>
        <translation>Der Authenticator gilt. Geht er verloren, lässt jeder dieser Wiederherstellungscodes Sie einmal ein. Sie werden nur jetzt gezeigt: Bewahren Sie sie dort auf, wo nur Sie sie finden.</translation>
    </message>
    <message>
        <source>I have kept them</source>
        <translation>Ich habe sie aufbewahrt</translation>
    </message>
    <message>
        <source>Save to a file</source>
        <translation>In eine Datei speichern</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Save the recovery codes</source>
        <translation>Wiederherstellungscodes speichern</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>The codes are in %1.</source>
        <comment>a file</comment>
        <translation>Die Codes stehen in %1.</translation>
    </message>
    <message>
        <source>Only you can read the file. Move it to a safe place.</source>
        <translation>Nur Sie können die Datei lesen. Bringen Sie sie an einen sicheren Ort.</translation>
    </message>
    <message>
        <source>The codes are copied.</source>
        <translation>Die Codes sind kopiert.</translation>
    </message>
    <message>
        <source>Paste them where only you find them.</source>
        <translation>Fügen Sie sie dort ein, wo nur Sie sie finden.</translation>
    </message>
    <message>
        <source>The authenticator is set up.</source>
        <translation>Der Authenticator ist eingerichtet.</translation>
    </message>
    <message>
        <source>From now on your password needs its code.</source>
        <translation>Von jetzt an gehört zu Ihrem Passwort sein Code.</translation>
    </message>
    <message>
        <source>Leave without the recovery codes?</source>
        <translation>Ohne die Wiederherstellungscodes gehen?</translation>
    </message>
    <message>
        <source>They are not shown again. Without them a lost telephone keeps you out until an administrator takes the authenticator away.</source>
        <translation>Sie werden nicht noch einmal gezeigt. Ohne sie sperrt ein verlorenes Telefon Sie aus, bis jemand aus der Administration den Authenticator entfernt.</translation>
    </message>
</context>
<context>
    <name>AuthenticatorPresenter</name>
    <message>
        <source>The password is needed.</source>
        <translation>Das Passwort wird gebraucht.</translation>
    </message>
    <message>
        <source>Type the password that you sign in with now.</source>
        <translation>Geben Sie das Passwort ein, mit dem Sie sich jetzt anmelden.</translation>
    </message>
    <message>
        <source>The code is needed.</source>
        <translation>Der Code wird gebraucht.</translation>
    </message>
    <message>
        <source>Type the six digits that the authenticator shows now.</source>
        <translation>Die sechs Ziffern eingeben, die der Authenticator jetzt zeigt.</translation>
    </message>
    <message>
        <source>Recovery codes for Crema. Each lets you in once when the authenticator is lost.</source>
        <translation>Wiederherstellungscodes für Crema. Jeder lässt Sie einmal ein, wenn der Authenticator verloren ist.</translation>
    </message>
    <message>
        <source>The codes could not be written to %1.</source>
        <comment>a file</comment>
        <translation>Die Codes konnten nicht in %1 geschrieben werden.</translation>
    </message>
    <message>
        <source>Choose another folder, or copy them.</source>
        <translation>Wählen Sie einen anderen Ordner, oder kopieren Sie sie.</translation>
    </message>
</context>
<context>
    <name>AuthenticatorScreen</name>
    <message>
        <source>Type this in the authenticator app:</source>
        <translation>In der Authenticator-App eintippen:</translation>
    </message>
    <message>
        <source>Sign in at the platform first</source>
        <translation>Melden Sie sich zuerst an der Plattform an</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>what happened, and what to do about it</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>The codes are in %1</source>
        <comment>a file</comment>
        <translation>Die Codes stehen in %1</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Enter to begin</source>
        <translation>Enter zum Beginnen</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>Jetziges Passwort</translation>
    </message>
    <message>
        <source>Code of the app</source>
        <translation>Code der App</translation>
    </message>
    <message>
        <source>F4 once kept</source>
        <translation>F4, wenn aufbewahrt</translation>
    </message>
    <message>
        <source>RECOVERY CODES</source>
        <translation>NOTFALLCODES</translation>
    </message>
    <message>
        <source>AUTHENTICATOR</source>
        <translation>AUTHENTICATOR</translation>
    </message>
    <message>
        <source>Enter = %1</source>
        <translation>Enter = %1</translation>
    </message>
    <message>
        <source>With an authenticator app, signing in by password asks for a code too.</source>
        <translation>Mit einer Authenticator-App fragt die Anmeldung mit Passwort auch nach einem Code.</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>ok</translation>
    </message>
    <message>
        <source>The authenticator is set up</source>
        <translation>Der Authenticator ist eingerichtet</translation>
    </message>
    <message>
        <source>sav</source>
        <comment>to a file</comment>
        <translation>dat</translation>
    </message>
    <message>
        <source>Save to a file</source>
        <translation>In eine Datei speichern</translation>
    </message>
    <message>
        <source>+</source>
        <translation>+</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Each code lets you in once when the authenticator is lost. They are shown this once. Keep them, then press F4.</source>
        <translation>Jeder Code lässt Sie einmal ein, wenn der Authenticator verloren ist. Sie werden nur jetzt gezeigt. Bewahren Sie sie auf und drücken Sie dann F4.</translation>
    </message>
    <message>
        <source>The app takes the secret in and shows a new code every half minute. Type the first one here.</source>
        <translation>Die App nimmt das Geheimnis auf und zeigt jede halbe Minute einen neuen Code. Geben Sie den ersten hier ein.</translation>
    </message>
    <message>
        <source>Type it here; a scan is not taken.</source>
        <translation>Tippen Sie es ein; ein Scan wird nicht angenommen.</translation>
    </message>
    <message>
        <source>LEAVE</source>
        <translation>VERLASSEN</translation>
    </message>
    <message>
        <source>Leave without them</source>
        <translation>Ohne sie gehen</translation>
    </message>
    <message>
        <source>Back to the codes</source>
        <translation>Zu den Codes</translation>
    </message>
    <message>
        <source>Leave without the recovery codes? They are not shown again.</source>
        <translation>Ohne die Wiederherstellungscodes gehen? Sie werden nicht noch einmal gezeigt.</translation>
    </message>
    <message numerus="yes">
        <source>F8: %n more</source>
        <comment>recovery codes</comment>
        <translation>
            <numerusform>F8: noch %n</numerusform>
            <numerusform>F8: noch %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Aufbewahrt</translation>
    </message>
</context>
<context>
    <name>BackupPresenter</name>
    <message>
        <source>Back up…</source>
        <translation>Sichern…</translation>
    </message>
    <message>
        <source>A backup is being written.</source>
        <translation>Eine Sicherung wird geschrieben.</translation>
    </message>
    <message>
        <source>Backed up to %1</source>
        <translation>Gesichert in %1</translation>
    </message>
</context>
<context>
    <name>BadgeCard</name>
    <message>
        <source>The badge is in %1. It can be printed and cut out from there.</source>
        <comment>a file</comment>
        <translation>Der Ausweis liegt in %1. Von dort kann er gedruckt und ausgeschnitten werden.</translation>
    </message>
    <message>
        <source>QR code of the badge</source>
        <translation>QR-Code des Ausweises</translation>
    </message>
    <message>
        <source>Whoever scans it at a till is signed in as this person.</source>
        <translation>Wer ihn an einer Kasse scannt, ist als diese Person angemeldet.</translation>
    </message>
    <message>
        <source>Save to print</source>
        <translation>Zum Drucken sichern</translation>
    </message>
    <message>
        <source>Take the badge away</source>
        <translation>Ausweis entziehen</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>Ausweis</translation>
    </message>
    <message>
        <source>Make a new badge</source>
        <translation>Neuen Ausweis erstellen</translation>
    </message>
    <message>
        <source>Make a badge</source>
        <translation>Ausweis erstellen</translation>
    </message>
    <message>
        <source>Save it now: it is shown this once. The one before counts no more.</source>
        <translation>Sichern Sie ihn jetzt: Er wird nur dieses eine Mal gezeigt. Der vorige gilt nicht mehr.</translation>
    </message>
    <message>
        <source>A badge was made. Its code cannot be read; a new one takes its place.</source>
        <translation>Ein Ausweis ist erstellt. Sein Code lässt sich nicht lesen; ein neuer tritt an seine Stelle.</translation>
    </message>
    <message>
        <source>A card to scan at a till instead of typing the PIN, without a network too.</source>
        <translation>Eine Karte, die an der Kasse statt der PIN gescannt wird, auch ohne Netz.</translation>
    </message>
    <message>
        <source>Save the badge</source>
        <translation>Ausweis sichern</translation>
    </message>
    <message>
        <source>Picture (*.svg)</source>
        <translation>Bild (*.svg)</translation>
    </message>
</context>
<context>
    <name>BadgeScreen</name>
    <message>
        <source>The badge is in %1</source>
        <comment>a file</comment>
        <translation>Der Ausweis liegt in %1</translation>
    </message>
    <message>
        <source>BADGE</source>
        <translation>AUSWEIS</translation>
    </message>
    <message>
        <source>It is not shown any more.</source>
        <translation>Er wird nicht mehr gezeigt.</translation>
    </message>
    <message>
        <source>Enter = %1</source>
        <translation>Enter = %1</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>ok</translation>
    </message>
    <message>
        <source>Back to the person</source>
        <translation>Zurück zur Person</translation>
    </message>
    <message>
        <source>The badge is shown this once. Save it as a picture, print it and cut it out. F4 leaves it.</source>
        <translation>Der Ausweis wird nur dieses eine Mal gezeigt. Sichern Sie ihn als Bild, drucken Sie ihn und schneiden Sie ihn aus. F4 verlässt ihn.</translation>
    </message>
</context>
<context>
    <name>Barcode</name>
    <message>
        <source>The barcode is empty.</source>
        <translation>Der Barcode ist leer.</translation>
    </message>
    <message>
        <source>Scan or type the code on the product.</source>
        <translation>Scannen oder tippen Sie den Code auf der Ware.</translation>
    </message>
    <message>
        <source>The barcode has %1 characters; at most %2 fit.</source>
        <translation>Der Barcode hat %1 Zeichen; höchstens %2 haben Platz.</translation>
    </message>
    <message>
        <source>Scan one code at a time.</source>
        <translation>Scannen Sie einen Code nach dem anderen.</translation>
    </message>
    <message>
        <source>The barcode “%1” holds characters that no scanner sends.</source>
        <translation>Der Barcode „%1“ enthält Zeichen, die kein Scanner sendet.</translation>
    </message>
    <message>
        <source>Use letters, digits and signs of the English keyboard.</source>
        <translation>Verwenden Sie Buchstaben, Ziffern und Zeichen der englischen Tastatur.</translation>
    </message>
    <message>
        <source>The check digit of %1 should be %2.</source>
        <translation>Die Prüfziffer von %1 müsste %2 sein.</translation>
    </message>
    <message>
        <source>Compare the code with the product and scan it again.</source>
        <translation>Vergleichen Sie den Code mit der Ware und scannen Sie noch einmal.</translation>
    </message>
    <message>
        <source>%1 is not a UPC-E code.</source>
        <translation>%1 ist kein UPC-E-Code.</translation>
    </message>
    <message>
        <source>A UPC-E has 6 to 8 digits and begins with 0 or 1.</source>
        <translation>Ein UPC-E hat 6 bis 8 Ziffern und beginnt mit 0 oder 1.</translation>
    </message>
</context>
<context>
    <name>CardFieldRow</name>
    <message>
        <source>Yours</source>
        <translation>Ihr Wert</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Another value for %1</source>
        <translation>Anderer Wert für %1</translation>
    </message>
    <message>
        <source>%1, was %2</source>
        <comment>a field and its value before</comment>
        <translation>%1, war %2</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <comment>whose value, of what, the value</comment>
        <translation>%1 von %2: %3</translation>
    </message>
    <message>
        <source>Result of %1: %2</source>
        <translation>Ergebnis für %1: %2</translation>
    </message>
    <message>
        <source>%1, or type another</source>
        <translation>%1, oder einen anderen eingeben</translation>
    </message>
</context>
<context>
    <name>CardFieldScreen</name>
    <message>
        <source>DECIDE</source>
        <translation>ENTSCHEIDEN</translation>
    </message>
    <message>
        <source>It was %1.</source>
        <translation>Es war %1.</translation>
    </message>
    <message>
        <source>Theirs: %1</source>
        <translation>Anderer: %1</translation>
    </message>
    <message>
        <source>Result: %1</source>
        <translation>Ergebnis: %1</translation>
    </message>
    <message>
        <source>Mine: %1</source>
        <translation>Meiner: %1</translation>
    </message>
    <message>
        <source>Another value</source>
        <translation>Anderer Wert</translation>
    </message>
    <message>
        <source>Choose by number which value shall stand. Nothing is saved before F4 on the screen before.</source>
        <translation>Wählen Sie mit der Nummer, welcher Wert gelten soll. Gespeichert wird erst mit F4 auf dem vorigen Bildschirm.</translation>
    </message>
</context>
<context>
    <name>CardScreen</name>
    <message>
        <source>Nothing needs attention any more.</source>
        <translation>Es ist nichts mehr zu prüfen.</translation>
    </message>
    <message>
        <source>DECIDE</source>
        <translation>ENTSCHEIDEN</translation>
    </message>
    <message>
        <source>Nothing is left to decide. F3 goes back.</source>
        <translation>Es ist nichts mehr zu entscheiden. F3 geht zurück.</translation>
    </message>
    <message>
        <source>Theirs: %1</source>
        <translation>Anderer: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a field, its value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>ok</translation>
    </message>
    <message>
        <source>un</source>
        <translation>rü</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Choose by number. The number of a field decides about it alone; F4 saves what is chosen then. Keeping theirs changes nothing.</source>
        <translation>Wählen Sie mit der Nummer. Die Nummer eines Feldes entscheidet nur darüber; F4 speichert dann die Auswahl. Den anderen Wert zu behalten ändert nichts.</translation>
    </message>
</context>
<context>
    <name>CardValueScreen</name>
    <message>
        <source>DECIDE</source>
        <translation>ENTSCHEIDEN</translation>
    </message>
    <message>
        <source>Theirs: %1</source>
        <translation>Anderer: %1</translation>
    </message>
    <message>
        <source>Mine: %1</source>
        <translation>Meiner: %1</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Type the value that shall stand, and Enter. F3 goes back without it.</source>
        <translation>Geben Sie den Wert ein, der gelten soll, dann Enter. F3 geht ohne ihn zurück.</translation>
    </message>
</context>
<context>
    <name>Cart</name>
    <message>
        <source>This line is no longer in the cart.</source>
        <translation>Diese Zeile ist nicht mehr im Warenkorb.</translation>
    </message>
    <message>
        <source>Choose a line that is shown.</source>
        <translation>Wählen Sie eine Zeile, die zu sehen ist.</translation>
    </message>
    <message>
        <source>The quantity of a line lies between 1 and %1.</source>
        <translation>Die Menge einer Zeile liegt zwischen 1 und %1.</translation>
    </message>
    <message>
        <source>Type the quantity again, or remove the line.</source>
        <translation>Tippen Sie die Menge neu, oder entfernen Sie die Zeile.</translation>
    </message>
    <message>
        <source>A discount is a percentage above 0 up to 100, or an amount above zero in the currency of the cart.</source>
        <translation>Ein Rabatt ist ein Prozentsatz über 0 bis 100 oder ein Betrag über null in der Währung des Warenkorbs.</translation>
    </message>
    <message>
        <source>Type the discount again.</source>
        <translation>Tippen Sie den Rabatt neu.</translation>
    </message>
    <message>
        <source>There are at most %1 discounts at one place.</source>
        <translation>An einer Stelle sind höchstens %1 Rabatte möglich.</translation>
    </message>
    <message>
        <source>Remove a discount first.</source>
        <translation>Entfernen Sie zuerst einen Rabatt.</translation>
    </message>
    <message>
        <source>The price is in %1, but the cart is in %2.</source>
        <translation>Der Preis ist in %1, der Warenkorb aber in %2.</translation>
    </message>
    <message>
        <source>Give the article a price in the currency of the shop.</source>
        <translation>Geben Sie dem Artikel einen Preis in der Währung des Geschäfts.</translation>
    </message>
    <message>
        <source>The price of the article is out of range.</source>
        <translation>Der Preis des Artikels liegt außerhalb des Möglichen.</translation>
    </message>
    <message>
        <source>Correct the price of the article in the catalog.</source>
        <translation>Berichtigen Sie den Preis des Artikels im Katalog.</translation>
    </message>
    <message>
        <source>The tax rate of the article is out of range.</source>
        <translation>Der Steuersatz des Artikels liegt außerhalb des Möglichen.</translation>
    </message>
    <message>
        <source>Correct the tax class of the article.</source>
        <translation>Berichtigen Sie die Steuerklasse des Artikels.</translation>
    </message>
    <message>
        <source>A cart holds at most %1 lines.</source>
        <translation>Ein Warenkorb fasst höchstens %1 Zeilen.</translation>
    </message>
    <message>
        <source>Pay for this cart and begin another one.</source>
        <translation>Kassieren Sie diesen Warenkorb und beginnen Sie einen neuen.</translation>
    </message>
</context>
<context>
    <name>CartCustomerPanel</name>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Neuer Kunde</translation>
    </message>
    <message>
        <source>A part of a name, an address or a number</source>
        <translation>Ein Teil des Namens, der Adresse oder der Nummer</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>E-mail (optional)</source>
        <translation>E-Mail (optional)</translation>
    </message>
    <message>
        <source>Phone (optional)</source>
        <translation>Telefon (optional)</translation>
    </message>
    <message>
        <source>Keep and attach</source>
        <translation>Speichern und zuordnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The sale is for nobody in particular.</source>
        <translation>Der Verkauf ist niemandem zugeordnet.</translation>
    </message>
    <message>
        <source>The sale is for %1.</source>
        <translation>Der Verkauf ist für %1.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a customer and their address</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>CartCustomerPresenter</name>
    <message>
        <source>There are no customers yet.</source>
        <translation>Es gibt noch keine Kunden.</translation>
    </message>
    <message>
        <source>No customer fits “%1”.</source>
        <translation>Kein Kunde passt zu „%1“.</translation>
    </message>
    <message>
        <source>The sale is for %1.</source>
        <translation>Der Verkauf ist für %1.</translation>
    </message>
    <message>
        <source>The sale is for nobody in particular.</source>
        <translation>Der Verkauf ist niemandem zugeordnet.</translation>
    </message>
    <message>
        <source>%1 is kept, and the sale is for them.</source>
        <translation>%1 ist gespeichert und dem Verkauf zugeordnet.</translation>
    </message>
</context>
<context>
    <name>CartCustomerScreen</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>1-9 or a name</source>
        <translation>1-9 oder Name</translation>
    </message>
    <message>
        <source>E-mail or nothing</source>
        <translation>E-Mail oder nichts</translation>
    </message>
    <message>
        <source>Phone or nothing</source>
        <translation>Telefon oder nichts</translation>
    </message>
    <message>
        <source>NEW CUSTOMER</source>
        <translation>NEUER KUNDE</translation>
    </message>
    <message>
        <source>CUSTOMER</source>
        <translation>KUNDE</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Neuer Kunde</translation>
    </message>
    <message>
        <source>off</source>
        <translation>ab</translation>
    </message>
    <message>
        <source>Take %1 off</source>
        <translation>%1 lösen</translation>
    </message>
    <message>
        <source>+</source>
        <translation>+</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Type a part of a name, an address or a number and press Enter; press the number of who buys.</source>
        <translation>Tippen Sie einen Teil des Namens, der Adresse oder der Nummer und drücken Sie Enter; drücken Sie die Nummer des Kunden.</translation>
    </message>
</context>
<context>
    <name>CartPanel</name>
    <message>
        <source>Cart</source>
        <translation>Warenkorb</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Bezahlt</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>Verkauf</translation>
    </message>
    <message>
        <source>Receipt %1</source>
        <translation>Beleg %1</translation>
    </message>
    <message numerus="yes">
        <source>%n items</source>
        <translation>
            <numerusform>%n Artikel</numerusform>
            <numerusform>%n Artikel</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>name of an amount and the amount</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1; total %2</source>
        <comment>a cart line as it is read out, and the total</comment>
        <translation>%1; Summe %2</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More for this sale</source>
        <translation>Mehr zu diesem Verkauf</translation>
    </message>
    <message>
        <source>Practice sale</source>
        <translation>Übungsverkauf</translation>
    </message>
</context>
<context>
    <name>CartStepPanel</name>
    <message>
        <source>Back to products</source>
        <translation>Zurück zu den Artikeln</translation>
    </message>
    <message>
        <source>Esc</source>
        <comment>the key</comment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>Wofür es gilt</translation>
    </message>
    <message>
        <source>This line</source>
        <translation>Diese Zeile</translation>
    </message>
    <message>
        <source>The whole sale</source>
        <translation>Der ganze Verkauf</translation>
    </message>
</context>
<context>
    <name>CartStepPresenter</name>
    <message>
        <source>The whole sale</source>
        <translation>Der ganze Verkauf</translation>
    </message>
    <message>
        <source>Regular guest</source>
        <translation>Stammgast</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Beschädigt</translation>
    </message>
    <message>
        <source>Goodwill</source>
        <translation>Kulanz</translation>
    </message>
    <message>
        <source>The receipt says why. Choose a reason or type one.</source>
        <translation>Der Bon nennt den Grund. Wählen Sie einen oder tippen Sie ihn.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what a discount is for, and the discount</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 costs its full price again.</source>
        <translation>%1 kostet wieder den vollen Preis.</translation>
    </message>
    <message>
        <source>Something is asked beside the cart, so the code was not taken.</source>
        <translation>Neben dem Warenkorb ist eine Frage offen, deshalb wurde der Code nicht übernommen.</translation>
    </message>
    <message>
        <source>Finish it or press Esc, then scan again.</source>
        <translation>Beantworten Sie sie oder drücken Sie Esc, und scannen Sie dann erneut.</translation>
    </message>
    <message>
        <source>This takes off more than you may give alone.</source>
        <translation>Das ist mehr Rabatt, als Sie allein geben dürfen.</translation>
    </message>
    <message>
        <source>Somebody who may types their PIN for it when it is paid.</source>
        <translation>Beim Bezahlen gibt jemand, der es darf, die PIN dafür ein.</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Parken</translation>
    </message>
    <message>
        <source>Parked sales</source>
        <translation>Geparkte Verkäufe</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Rabatt</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Check a price</source>
        <translation>Preis prüfen</translation>
    </message>
    <message>
        <source>Why this price</source>
        <translation>Warum dieser Preis</translation>
    </message>
    <message>
        <source>Open a shift first.</source>
        <translation>Öffnen Sie zuerst eine Schicht.</translation>
    </message>
    <message>
        <source>The cart is fixed while money changes hands.</source>
        <translation>Der Warenkorb steht fest, solange bezahlt wird.</translation>
    </message>
    <message>
        <source>The cart is empty.</source>
        <translation>Der Warenkorb ist leer.</translation>
    </message>
    <message>
        <source>You may not see customers.</source>
        <translation>Sie dürfen Kunden nicht sehen.</translation>
    </message>
    <message>
        <source>Parked sales (%1)</source>
        <translation>Geparkte Verkäufe (%1)</translation>
    </message>
    <message>
        <source>No sale is parked.</source>
        <translation>Kein Verkauf ist geparkt.</translation>
    </message>
    <message>
        <source>Finish or hold the present sale first.</source>
        <translation>Beenden oder parken Sie zuerst den jetzigen Verkauf.</translation>
    </message>
    <message>
        <source>The discount is not given yet, so the payment has not begun.</source>
        <translation>Der Rabatt ist noch nicht gegeben, daher hat die Zahlung nicht begonnen.</translation>
    </message>
    <message>
        <source>Not in training.</source>
        <translation>Nicht während der Übung.</translation>
    </message>
</context>
<context>
    <name>CartTextScreen</name>
    <message>
        <source>NOTE</source>
        <translation>NOTIZ</translation>
    </message>
    <message>
        <source>HOLD</source>
        <translation>PARKEN</translation>
    </message>
    <message>
        <source>What should the staff know? Nothing takes the note away.</source>
        <translation>Was soll das Personal wissen? Nichts nimmt die Notiz weg.</translation>
    </message>
    <message>
        <source>What is this sale called, such as a table? Enter alone parks it without a name.</source>
        <translation>Wie heißt dieser Verkauf, etwa ein Tisch? Enter allein parkt ihn ohne Namen.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Type the note and press Enter. It is for the staff.</source>
        <translation>Tippen Sie die Notiz und drücken Sie Enter. Sie ist für das Personal.</translation>
    </message>
    <message>
        <source>Type a name or nothing and press Enter. F9 finds the sale again.</source>
        <translation>Tippen Sie einen Namen oder nichts und drücken Sie Enter. F9 findet den Verkauf wieder.</translation>
    </message>
</context>
<context>
    <name>CashDialog</name>
    <message>
        <source>What happens with the cash</source>
        <translation>Was mit dem Bargeld geschieht</translation>
    </message>
    <message>
        <source>Cash in the drawer</source>
        <translation>Bargeld in der Lade</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>Wie viel</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Note, if there is more to say</source>
        <translation>Notiz, wenn es mehr zu sagen gibt</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>CashMovementPresenter</name>
    <message>
        <source>Pay in or out</source>
        <translation>Ein- oder auszahlen</translation>
    </message>
    <message>
        <source>Open the drawer</source>
        <translation>Lade öffnen</translation>
    </message>
    <message>
        <source>No shift is open.</source>
        <translation>Es ist keine Schicht offen.</translation>
    </message>
    <message>
        <source>Pay in</source>
        <translation>Einzahlen</translation>
    </message>
    <message>
        <source>Pay out</source>
        <translation>Auszahlen</translation>
    </message>
    <message>
        <source>Drop into the safe</source>
        <translation>In den Tresor legen</translation>
    </message>
    <message>
        <source>Change from the bank</source>
        <translation>Wechselgeld von der Bank</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Berichtigung</translation>
    </message>
    <message>
        <source>Milk and bread</source>
        <translation>Milch und Brot</translation>
    </message>
    <message>
        <source>Postage</source>
        <translation>Porto</translation>
    </message>
    <message>
        <source>Drawer too full</source>
        <translation>Lade zu voll</translation>
    </message>
    <message>
        <source>End of the day</source>
        <translation>Tagesende</translation>
    </message>
    <message>
        <source>Change a note</source>
        <translation>Schein gewechselt</translation>
    </message>
    <message>
        <source>Drawer checked</source>
        <translation>Lade geprüft</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>what happened, and what to do about it</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 paid in.</source>
        <translation>%1 eingezahlt.</translation>
    </message>
    <message>
        <source>%1 paid out.</source>
        <translation>%1 ausgezahlt.</translation>
    </message>
    <message>
        <source>%1 dropped into the safe.</source>
        <translation>%1 in den Tresor gelegt.</translation>
    </message>
    <message>
        <source>The drawer was opened without a sale.</source>
        <translation>Die Lade wurde ohne Verkauf geöffnet.</translation>
    </message>
    <message>
        <source>Not in training.</source>
        <translation>Nicht während der Übung.</translation>
    </message>
</context>
<context>
    <name>CashScreen</name>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Enter goes back.</source>
        <translation>Enter geht zurück.</translation>
    </message>
    <message>
        <source>How much cash is it?</source>
        <translation>Wie viel Bargeld ist es?</translation>
    </message>
    <message>
        <source>Digits count from the right: 10000 is 100.00.</source>
        <translation>Die Ziffern zählen von rechts: 10000 ist 100,00.</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Bar</translation>
    </message>
    <message>
        <source>Anything else to note? Enter alone records it.</source>
        <translation>Noch etwas zu notieren? Enter allein hält es fest.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a number, and the reason it stands for</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Type the number of a reason, or another one.</source>
        <translation>Tippen Sie die Nummer eines Grundes oder einen anderen.</translation>
    </message>
    <message>
        <source>What is typed here is kept and cannot be changed later; a mistake is moved back. F3 goes one step back.</source>
        <translation>Was hier getippt wird, bleibt und lässt sich nicht ändern; einen Irrtum buchen Sie zurück. F3 geht einen Schritt zurück.</translation>
    </message>
    <message>
        <source>Type the amount in digits only, such as 10000 for 100.00</source>
        <translation>Tippen Sie den Betrag nur in Ziffern, etwa 10000 für 100,00</translation>
    </message>
    <message>
        <source>No reason has this number.</source>
        <translation>Kein Grund hat diese Nummer.</translation>
    </message>
    <message>
        <source>Nothing is sold here, so the code was not taken.</source>
        <translation>Hier wird nichts verkauft, der Code wurde nicht genommen.</translation>
    </message>
</context>
<context>
    <name>Catalog</name>
    <message>
        <source>This product is not in the local store.</source>
        <translation>Dieses Produkt ist nicht im lokalen Speicher.</translation>
    </message>
    <message>
        <source>Fetch the latest changes, or search for it by name.</source>
        <translation>Holen Sie die neuesten Änderungen, oder suchen Sie es nach Namen.</translation>
    </message>
    <message>
        <source>No product has the code %1.</source>
        <translation>Kein Produkt hat den Code %1.</translation>
    </message>
    <message>
        <source>Scan it again, or search for the product by name.</source>
        <translation>Scannen Sie noch einmal, oder suchen Sie das Produkt nach Namen.</translation>
    </message>
</context>
<context>
    <name>CatalogEditing</name>
    <message>
        <source>This variant is not in the catalog any more.</source>
        <translation>Diese Variante ist nicht mehr im Katalog.</translation>
    </message>
    <message>
        <source>Read the list again.</source>
        <translation>Lesen Sie die Liste neu ein.</translation>
    </message>
    <message>
        <source>This barcode belongs to %1. Take it off there first, or use another one.</source>
        <translation>Dieser Barcode gehört zu %1. Nehmen Sie ihn dort zuerst weg, oder verwenden Sie einen anderen.</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>%1 is now called %2</source>
        <translation>%1 heißt jetzt %2</translation>
    </message>
    <message>
        <source>Barcodes of %1 changed</source>
        <translation>Barcodes von %1 geändert</translation>
    </message>
    <message>
        <source>Price of %1 removed</source>
        <translation>Preis von %1 entfernt</translation>
    </message>
    <message>
        <source>Price of %1 is now %2</source>
        <translation>Der Preis von %1 ist jetzt %2</translation>
    </message>
    <message>
        <source>Names, prices and barcodes are edited in the list.</source>
        <translation>Namen, Preise und Barcodes werden in der Liste bearbeitet.</translation>
    </message>
    <message>
        <source>Stock is changed by counting or by a delivery.</source>
        <translation>Der Bestand ändert sich durch Zählen oder durch eine Lieferung.</translation>
    </message>
    <message>
        <source>The catalog cannot be changed here now.</source>
        <translation>Der Katalog kann hier gerade nicht geändert werden.</translation>
    </message>
    <message>
        <source>Another program holds the store. Close it, or make the change there.</source>
        <translation>Ein anderes Programm hält den Speicher. Schließen Sie es, oder ändern Sie es dort.</translation>
    </message>
    <message>
        <source>You may look at prices but not change them.</source>
        <translation>Sie dürfen Preise ansehen, aber nicht ändern.</translation>
    </message>
    <message>
        <source>You may look at the catalog but not change it.</source>
        <translation>Sie dürfen den Katalog ansehen, aber nicht ändern.</translation>
    </message>
    <message>
        <source>Ask a manager to do it.</source>
        <translation>Bitten Sie eine Leitung darum.</translation>
    </message>
    <message>
        <source>These people can do it: %1.</source>
        <translation>Das können: %1.</translation>
    </message>
</context>
<context>
    <name>CatalogFilterBar</name>
    <message>
        <source>Filter, or type category:beans no:price</source>
        <translation>Filtern, oder category:beans no:price tippen</translation>
    </message>
    <message>
        <source>Filter the catalog</source>
        <translation>Katalog filtern</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Add filter</source>
        <translation>Filter hinzufügen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Take off the filter: %1</source>
        <translation>Filter wegnehmen: %1</translation>
    </message>
    <message>
        <source>Take off this filter</source>
        <translation>Diesen Filter wegnehmen</translation>
    </message>
</context>
<context>
    <name>CatalogListPanel</name>
    <message>
        <source>Catalog</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>The rest of the catalog is hidden by what stands in the filter.</source>
        <translation>Der Rest des Katalogs ist durch den Inhalt des Filters verborgen.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Sell what you have in a file already</source>
        <translation>Verkaufen, was schon in einer Datei steht</translation>
    </message>
    <message>
        <source>Crema takes products from a CSV file with names, prices and barcodes: %1</source>
        <translation>Crema übernimmt Produkte aus einer CSV-Datei mit Namen, Preisen und Barcodes: %1</translation>
    </message>
    <message>
        <source>Copy the import command</source>
        <translation>Befehl zum Einlesen kopieren</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The catalog is seen by those who may</source>
        <translation>Den Katalog sieht, wer es darf</translation>
    </message>
    <message>
        <source>Ask a manager or an administrator for this right.</source>
        <translation>Bitten Sie eine Leitung oder Administration um dieses Recht.</translation>
    </message>
</context>
<context>
    <name>CatalogPage</name>
    <message>
        <source>Catalog</source>
        <translation>Katalog</translation>
    </message>
</context>
<context>
    <name>CatalogPanel</name>
    <message>
        <source>More categories</source>
        <translation>Mehr Kategorien</translation>
    </message>
    <message>
        <source>Search or scan a product</source>
        <translation>Produkt suchen oder scannen</translation>
    </message>
    <message>
        <source>Search products</source>
        <translation>Produkte suchen</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produkte</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>Suchergebnisse</translation>
    </message>
    <message>
        <source>There are no products here yet. They come with the next sync, or from an import in the catalog.</source>
        <translation>Hier gibt es noch keine Produkte. Sie kommen mit dem nächsten Abgleich oder durch Einlesen im Katalog.</translation>
    </message>
    <message>
        <source>No product matches “%1”. Check the spelling or scan its barcode.</source>
        <translation>Kein Produkt passt zu „%1“. Prüfen Sie die Schreibweise oder scannen Sie den Barcode.</translation>
    </message>
</context>
<context>
    <name>CatalogPresenter</name>
    <message>
        <source>Reading the catalog from this device</source>
        <translation>Der Katalog wird von diesem Gerät gelesen</translation>
    </message>
    <message>
        <source>Sorting the catalog</source>
        <translation>Der Katalog wird sortiert</translation>
    </message>
    <message>
        <source>This link leads to no product of the catalog.</source>
        <translation>Dieser Link führt zu keinem Produkt des Katalogs.</translation>
    </message>
    <message>
        <source>Search for the product by name.</source>
        <translation>Suchen Sie das Produkt nach Namen.</translation>
    </message>
    <message>
        <source>Filter the catalog</source>
        <translation>Katalog filtern</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Edit the cell</source>
        <translation>Zelle bearbeiten</translation>
    </message>
    <message>
        <source>Copy rows for a spreadsheet</source>
        <translation>Zeilen für eine Tabelle kopieren</translation>
    </message>
    <message>
        <source>Read the catalog again</source>
        <translation>Katalog neu einlesen</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>The store is being opened.</source>
        <translation>Der Speicher wird geöffnet.</translation>
    </message>
    <message>
        <source>There are no rows.</source>
        <translation>Es gibt keine Zeilen.</translation>
    </message>
    <message>
        <source>There is no filter.</source>
        <translation>Es gibt keinen Filter.</translation>
    </message>
    <message>
        <source>You may look at the catalog but not change it.</source>
        <translation>Sie dürfen den Katalog ansehen, aber nicht ändern.</translation>
    </message>
    <message>
        <source>The list is shown already.</source>
        <translation>Die Liste ist schon zu sehen.</translation>
    </message>
    <message>
        <source>Category is %1</source>
        <translation>Kategorie ist %1</translation>
    </message>
    <message>
        <source>No price</source>
        <translation>Ohne Preis</translation>
    </message>
    <message>
        <source>No barcode</source>
        <translation>Ohne Barcode</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archiviert</translation>
    </message>
    <message>
        <source>%1 of %2 selected</source>
        <translation>%1 von %2 ausgewählt</translation>
    </message>
    <message numerus="yes">
        <source>%n variant(s)</source>
        <translation>
            <numerusform>%n Variante</numerusform>
            <numerusform>%n Varianten</numerusform>
        </translation>
    </message>
    <message>
        <source>First %1 variants of %2 products</source>
        <translation>Erste %1 Varianten von %2 Produkten</translation>
    </message>
    <message>
        <source>First %1 variants</source>
        <translation>Erste %1 Varianten</translation>
    </message>
    <message>
        <source>In stock</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Weighed</source>
        <translation>Gewogen</translation>
    </message>
    <message>
        <source>%1 kg</source>
        <translation>%1 kg</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>There is no category “%1”</source>
        <translation>Es gibt keine Kategorie „%1“</translation>
    </message>
    <message numerus="yes">
        <source>No products match %n filter(s)</source>
        <translation>
            <numerusform>Kein Produkt passt zu %n Filter</numerusform>
            <numerusform>Kein Produkt passt zu %n Filtern</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CatalogTableModel</name>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>Option</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>Barcode</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Price, %1</source>
        <translation>Preis, %1</translation>
    </message>
    <message>
        <source>In stock</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archiviert</translation>
    </message>
    <message>
        <source>No price</source>
        <translation>Ohne Preis</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>CatalogTexts</name>
    <message>
        <source>%1 / kg</source>
        <translation>%1 / kg</translation>
    </message>
    <message>
        <source>%1 / %2 g</source>
        <translation>%1 / %2 g</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 g</source>
        <translation>%1 g</translation>
    </message>
</context>
<context>
    <name>ChangePanel</name>
    <message>
        <source>Show receipt</source>
        <translation>Beleg zeigen</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>The next scan or tile starts a new sale</source>
        <translation>Der nächste Scan oder die nächste Kachel beginnt einen neuen Verkauf</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>name of an amount and the amount</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>As it prints · R</source>
        <comment>R is the key</comment>
        <translation>Wie gedruckt · R</translation>
    </message>
    <message>
        <source>No receipt</source>
        <translation>Ohne Beleg</translation>
    </message>
    <message>
        <source>Kept in Orders · N</source>
        <comment>N is the key</comment>
        <translation>Bleibt in Aufträge · N</translation>
    </message>
    <message>
        <source>Hide receipt</source>
        <translation>Beleg ausblenden</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>what goes back in another way, and what to do about it</comment>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>ChoiceScreen</name>
    <message>
        <source>Choose</source>
        <translation>Wählen</translation>
    </message>
    <message>
        <source>%1 is not among these</source>
        <translation>%1 ist nicht dabei</translation>
    </message>
    <message>
        <source>Choose by number before scanning</source>
        <translation>Wählen Sie mit der Nummer, bevor Sie scannen</translation>
    </message>
</context>
<context>
    <name>Client</name>
    <message>
        <source>This customer is not in the local store.</source>
        <translation>Dieser Kunde ist nicht im lokalen Speicher.</translation>
    </message>
    <message>
        <source>Fetch the latest changes, or search by name.</source>
        <translation>Holen Sie die neuesten Änderungen, oder suchen Sie nach Namen.</translation>
    </message>
    <message>
        <source>This device is enrolled already.</source>
        <translation>Dieses Gerät ist schon registriert.</translation>
    </message>
    <message>
        <source>This device is not enrolled yet.</source>
        <translation>Dieses Gerät ist noch nicht registriert.</translation>
    </message>
    <message>
        <source>Run crema device enroll --platform URL --code CODE.</source>
        <translation>Führen Sie aus: crema device enroll --platform URL --code CODE.</translation>
    </message>
    <message>
        <source>This is not the PIN of that person.</source>
        <translation>Das ist nicht die PIN dieser Person.</translation>
    </message>
    <message>
        <source>Type it again, or sign in with mail address and password.</source>
        <translation>Tippen Sie sie neu, oder melden Sie sich mit E-Mail-Adresse und Passwort an.</translation>
    </message>
    <message>
        <source>That person has no PIN on this device.</source>
        <translation>Diese Person hat an diesem Gerät keine PIN.</translation>
    </message>
    <message>
        <source>Sign in with mail address and password.</source>
        <translation>Melden Sie sich mit E-Mail-Adresse und Passwort an.</translation>
    </message>
    <message>
        <source>The PIN was wrong too often; it can be tried again in %1 seconds.</source>
        <translation>Die PIN war zu oft falsch; in %1 Sekunden kann sie wieder versucht werden.</translation>
    </message>
    <message>
        <source>Wait, or sign in with mail address and password.</source>
        <translation>Warten Sie, oder melden Sie sich mit E-Mail-Adresse und Passwort an.</translation>
    </message>
    <message>
        <source>This device is not enrolled, so there is no platform to talk to.</source>
        <translation>Dieses Gerät ist nicht registriert, es gibt also keine Plattform zum Reden.</translation>
    </message>
    <message>
        <source>Changes are being sent and fetched already.</source>
        <translation>Änderungen werden schon gesendet und geholt.</translation>
    </message>
    <message>
        <source>Wait a moment.</source>
        <translation>Warten Sie einen Moment.</translation>
    </message>
    <message>
        <source>This device is not enrolled, so it knows of no other devices.</source>
        <translation>Dieses Gerät ist nicht angemeldet und weiß darum nichts von anderen Geräten.</translation>
    </message>
    <message>
        <source>Only who manages devices sees how they are.</source>
        <translation>Wie es den Geräten geht, sieht nur, wer Geräte verwaltet.</translation>
    </message>
    <message>
        <source>Let a manager sign in, or ask one to give you the right.</source>
        <translation>Lassen Sie jemanden aus der Leitung sich anmelden oder bitten Sie dort um das Recht.</translation>
    </message>
    <message>
        <source>Everything of this device was sent, so there is nothing to export.</source>
        <translation>Von diesem Gerät ist alles gesendet; es gibt nichts zu exportieren.</translation>
    </message>
    <message>
        <source>Nothing has to be done.</source>
        <translation>Es ist nichts zu tun.</translation>
    </message>
    <message>
        <source>This device is not enrolled, so it cannot send for another.</source>
        <translation>Dieses Gerät ist nicht angemeldet und kann darum nicht für ein anderes senden.</translation>
    </message>
    <message>
        <source>Import the file on a register that is enrolled.</source>
        <translation>Importieren Sie die Datei an einer angemeldeten Kasse.</translation>
    </message>
    <message>
        <source>If it was shut out, a manager lets it in again: crema device readmit --code CODE. For a second device on this machine choose another store with CREMA_STORE.</source>
        <translation>Wurde es gesperrt, lässt die Leitung es wieder zu: crema device readmit --code CODE. Für ein zweites Gerät auf diesem Rechner wählen Sie mit CREMA_STORE einen anderen Datenspeicher.</translation>
    </message>
    <message>
        <source>Nobody is signed in at the platform from here.</source>
        <translation>Von hier ist niemand an der Plattform angemeldet.</translation>
    </message>
    <message>
        <source>Nothing waits for an approval any more.</source>
        <translation>Nichts wartet mehr auf eine Freigabe.</translation>
    </message>
    <message>
        <source>Do it again, then approve it.</source>
        <translation>Tun Sie es noch einmal und geben Sie es dann frei.</translation>
    </message>
    <message>
        <source>This device is not enrolled, so there is no platform that knows a password.</source>
        <translation>Dieses Gerät ist nicht angemeldet; es gibt also keine Plattform, die ein Passwort kennt.</translation>
    </message>
    <message>
        <source>Only who manages people invites them.</source>
        <translation>Nur wer Personen verwaltet, lädt sie ein.</translation>
    </message>
    <message>
        <source>This device is not enrolled, so nobody knows of it what was done.</source>
        <translation>Dieses Gerät ist nicht angemeldet; niemand weiß also, was damit getan wurde.</translation>
    </message>
    <message>
        <source>Only who manages people sees what was done.</source>
        <translation>Nur wer Personen verwaltet, sieht, was getan wurde.</translation>
    </message>
    <message>
        <source>Only who manages people hands out what is known of somebody.</source>
        <translation>Nur wer Personen verwaltet, gibt heraus, was über jemanden bekannt ist.</translation>
    </message>
    <message>
        <source>Sign in with your password and try again.</source>
        <translation>Melden Sie sich mit Ihrem Passwort an und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>What is known of somebody is handed out only to who signed in with their password.</source>
        <translation>Was über jemanden bekannt ist, wird nur herausgegeben, wenn Sie sich mit Ihrem Passwort angemeldet haben.</translation>
    </message>
    <message>
        <source>Only who manages devices may do this.</source>
        <translation>Nur wer Geräte verwaltet, darf das.</translation>
    </message>
    <message>
        <source>This badge is nobody&apos;s here.</source>
        <translation>Dieser Ausweis gehört hier niemandem.</translation>
    </message>
    <message>
        <source>Sign in with your PIN, and let a new badge be made.</source>
        <translation>Melden Sie sich mit Ihrer PIN an, und lassen Sie einen neuen Ausweis erstellen.</translation>
    </message>
    <message>
        <source>Unknown badges were scanned too often; one can be tried again in %1 seconds.</source>
        <translation>Unbekannte Ausweise wurden zu oft gescannt; in %1 Sekunden geht es wieder.</translation>
    </message>
    <message>
        <source>Wait, or sign in with your PIN.</source>
        <translation>Warten Sie, oder melden Sie sich mit Ihrer PIN an.</translation>
    </message>
</context>
<context>
    <name>CloseShiftDialog</name>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Close the shift</source>
        <translation>Schicht schließen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>what happened, and what to do about it</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Count all the cash in the drawer, by notes and coins or as one sum.</source>
        <translation>Zählen Sie das ganze Bargeld in der Lade, nach Scheinen und Münzen oder als eine Summe.</translation>
    </message>
    <message>
        <source>Counted cash</source>
        <translation>Gezähltes Bargeld</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>%1 ×</source>
        <comment>a note or coin, before how many of it there are</comment>
        <translation>%1 ×</translation>
    </message>
    <message>
        <source>How many of %1</source>
        <translation>Anzahl von %1</translation>
    </message>
    <message>
        <source>Notes and coins</source>
        <translation>Scheine und Münzen</translation>
    </message>
    <message>
        <source>A closed shift stays closed. What was expected is shown afterwards.</source>
        <translation>Eine geschlossene Schicht bleibt geschlossen. Was erwartet wurde, steht danach da.</translation>
    </message>
    <message>
        <source>Count again</source>
        <translation>Noch einmal zählen</translation>
    </message>
    <message>
        <source>The shift is closed.</source>
        <translation>Die Schicht ist geschlossen.</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Gezählt</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>No shift is open.</source>
        <translation>Keine Schicht ist geöffnet.</translation>
    </message>
    <message>
        <source>A sale is in the cart. Finish it or take its lines out first.</source>
        <translation>Im Warenkorb liegt ein Verkauf. Schließen Sie ihn erst ab oder nehmen Sie seine Positionen heraus.</translation>
    </message>
    <message numerus="yes">
        <source>Open since %1 · Float %2 · %n sales</source>
        <translation>
            <numerusform>Offen seit %1 · Wechselgeld %2 · %n Verkauf</numerusform>
            <numerusform>Offen seit %1 · Wechselgeld %2 · %n Verkäufe</numerusform>
        </translation>
    </message>
    <message>
        <source>Close the shift with %1 in the drawer?</source>
        <translation>Die Schicht mit %1 in der Lade schließen?</translation>
    </message>
    <message>
        <source>Open since %1</source>
        <translation>Offen seit %1</translation>
    </message>
    <message>
        <source>The Z report as it is printed</source>
        <translation>Der Z-Bericht, wie er gedruckt wird</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Drucken</translation>
    </message>
    <message>
        <source>%1 · Expected %2</source>
        <comment>when it was opened, and what should be in it</comment>
        <translation>%1 · Erwartet %2</translation>
    </message>
    <message>
        <source>A closed shift stays closed. Expected is %1.</source>
        <translation>Eine geschlossene Schicht bleibt geschlossen. Erwartet sind %1.</translation>
    </message>
</context>
<context>
    <name>ClosedShiftsScreen</name>
    <message>
        <source>%1 · %2</source>
        <comment>a report, and its day</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Z REPORTS</source>
        <translation>Z-BERICHTE</translation>
    </message>
    <message>
        <source>Choose 1-9</source>
        <translation>Wählen: 1-9</translation>
    </message>
    <message>
        <source>+</source>
        <translation>+</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Press the number of a report to read it.</source>
        <translation>Drücken Sie die Nummer eines Berichts, um ihn zu lesen.</translation>
    </message>
</context>
<context>
    <name>ConnectForm</name>
    <message>
        <source>Address of the business</source>
        <translation>Adresse des Unternehmens</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>Einmalcode</translation>
    </message>
</context>
<context>
    <name>CursesScreen</name>
    <message>
        <source>The full-screen app needs a terminal.</source>
        <translation>Die bildschirmfüllende App braucht ein Terminal.</translation>
    </message>
    <message>
        <source>Start it in a terminal window, or with --linear to read and write plain lines.</source>
        <translation>Starten Sie sie in einem Terminalfenster, oder mit --linear, um einfache Zeilen zu lesen und zu schreiben.</translation>
    </message>
    <message>
        <source>The terminal type “%1” is not known on this machine.</source>
        <translation>Der Terminaltyp „%1“ ist auf diesem Rechner nicht bekannt.</translation>
    </message>
    <message>
        <source>Set TERM to what your terminal understands, such as vt100, or start with --linear.</source>
        <translation>Setzen Sie TERM auf etwas, das Ihr Terminal versteht, etwa vt100, oder starten Sie mit --linear.</translation>
    </message>
    <message>
        <source>The terminal type “%1” cannot place text on the screen.</source>
        <translation>Der Terminaltyp „%1“ kann keinen Text auf dem Bildschirm platzieren.</translation>
    </message>
    <message>
        <source>Start with --linear to read and write plain lines.</source>
        <translation>Starten Sie mit --linear, um einfache Zeilen zu lesen und zu schreiben.</translation>
    </message>
</context>
<context>
    <name>CustomerDetailPanel</name>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Tax number</source>
        <translation>Steuernummer</translation>
    </message>
    <message>
        <source>What the staff should know</source>
        <translation>Was das Personal wissen sollte</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivieren</translation>
    </message>
    <message>
        <source>Use again</source>
        <translation>Wieder verwenden</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Choose a customer</source>
        <translation>Wählen Sie einen Kunden</translation>
    </message>
    <message>
        <source>How to reach them and what the staff should know stand here.</source>
        <translation>Wie er zu erreichen ist und was das Personal wissen sollte, steht hier.</translation>
    </message>
    <message>
        <source>This customer is not known here</source>
        <translation>Dieser Kunde ist hier nicht bekannt</translation>
    </message>
    <message>
        <source>Another device may have deleted them.</source>
        <translation>Ein anderes Gerät hat ihn vielleicht gelöscht.</translation>
    </message>
    <message>
        <source>Back to all customers</source>
        <translation>Zurück zu allen Kunden</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Neuer Kunde</translation>
    </message>
    <message>
        <source>Of a company; may stay empty</source>
        <translation>Einer Firma; kann leer bleiben</translation>
    </message>
    <message>
        <source>Did not say</source>
        <comment>a customer, of offers by e-mail</comment>
        <translation>Keine Angabe</translation>
    </message>
    <message>
        <source>They said so</source>
        <translation>Gesagt</translation>
    </message>
    <message>
        <source>Offers by e-mail</source>
        <translation>Angebote per E-Mail</translation>
    </message>
    <message>
        <source>It is for the customer. Delete it once they have it.</source>
        <translation>Sie ist für den Kunden. Löschen Sie sie, sobald er sie hat.</translation>
    </message>
</context>
<context>
    <name>CustomerListPanel</name>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Search customers</source>
        <translation>Kunden suchen</translation>
    </message>
    <message>
        <source>Name, e-mail, phone or tax number</source>
        <translation>Name, E-Mail, Telefon oder Steuernummer</translation>
    </message>
    <message>
        <source>Customers are seen by those who may</source>
        <translation>Kunden sieht, wer es darf</translation>
    </message>
    <message>
        <source>Ask a manager or an administrator for this right.</source>
        <translation>Bitten Sie eine Leitung oder Administration um dieses Recht.</translation>
    </message>
    <message>
        <source>No customers yet</source>
        <translation>Noch keine Kunden</translation>
    </message>
    <message>
        <source>Whoever is kept here is found at every till, also without a network.</source>
        <translation>Wer hier steht, wird an jeder Kasse gefunden, auch ohne Netz.</translation>
    </message>
    <message>
        <source>Add a customer</source>
        <translation>Kunden anlegen</translation>
    </message>
    <message>
        <source>No customer fits “%1”</source>
        <translation>Kein Kunde passt zu „%1“</translation>
    </message>
    <message>
        <source>Search for a part of the name, the e-mail address, the phone number or the tax number.</source>
        <translation>Suchen Sie nach einem Teil des Namens, der E-Mail-Adresse, der Telefon- oder der Steuernummer.</translation>
    </message>
    <message>
        <source>Show all customers</source>
        <translation>Alle Kunden zeigen</translation>
    </message>
    <message>
        <source>The customers could not be read</source>
        <translation>Die Kunden konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>CustomerListPresenter</name>
    <message>
        <source>Add a customer</source>
        <translation>Kunden anlegen</translation>
    </message>
    <message>
        <source>Search customers</source>
        <translation>Kunden suchen</translation>
    </message>
    <message>
        <source>Save the customer</source>
        <translation>Kunden speichern</translation>
    </message>
    <message>
        <source>Drop what was typed about the customer</source>
        <translation>Eingaben zum Kunden verwerfen</translation>
    </message>
    <message>
        <source>Archive the customer</source>
        <translation>Kunden archivieren</translation>
    </message>
    <message>
        <source>Take the customer out of the archive</source>
        <translation>Kunden aus dem Archiv holen</translation>
    </message>
    <message>
        <source>Back to all customers</source>
        <translation>Zurück zu allen Kunden</translation>
    </message>
    <message>
        <source>Archived</source>
        <comment>a customer</comment>
        <translation>Archiviert</translation>
    </message>
    <message>
        <source>The first %1; type to find others</source>
        <translation>Die ersten %1; tippen Sie, um andere zu finden</translation>
    </message>
    <message numerus="yes">
        <source>%n customers</source>
        <translation>
            <numerusform>%n Kunde</numerusform>
            <numerusform>%n Kunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Only people who change customers may do this.</source>
        <translation>Das dürfen nur Personen, die Kunden ändern.</translation>
    </message>
    <message>
        <source>No customer is open.</source>
        <translation>Es ist kein Kunde geöffnet.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>This customer is not in use.</source>
        <translation>Dieser Kunde ist nicht in Gebrauch.</translation>
    </message>
    <message>
        <source>This customer is in use.</source>
        <translation>Dieser Kunde ist in Gebrauch.</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <comment>a customer</comment>
        <translation>%1 geändert</translation>
    </message>
    <message>
        <source>%1 is archived</source>
        <translation>%1 ist archiviert</translation>
    </message>
    <message>
        <source>%1 is in use again</source>
        <translation>%1 ist wieder in Gebrauch</translation>
    </message>
    <message>
        <source>Erased customer</source>
        <translation>Gelöschter Kunde</translation>
    </message>
    <message>
        <source>Erased</source>
        <comment>a customer</comment>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>What was known of this customer was erased.</source>
        <translation>Was über diesen Kunden bekannt war, wurde gelöscht.</translation>
    </message>
    <message>
        <source>Your role lets you look at customers only. Ask a manager to change them.</source>
        <translation>Mit Ihrer Rolle können Sie Kunden nur ansehen. Bitten Sie eine Leitung, sie zu ändern.</translation>
    </message>
    <message>
        <source>Save what is known of the customer</source>
        <translation>Sichern, was über den Kunden bekannt ist</translation>
    </message>
    <message>
        <source>Erase the customer</source>
        <translation>Den Kunden löschen</translation>
    </message>
    <message>
        <source>Agreed on %1, %2.</source>
        <comment>to offers by e-mail: when and how</comment>
        <translation>Zugestimmt am %1, %2.</translation>
    </message>
    <message>
        <source>Withdrawn on %1, %2.</source>
        <comment>the agreement to offers by e-mail: when and how</comment>
        <translation>Widerrufen am %1, %2.</translation>
    </message>
    <message>
        <source>Only people who manage people erase a customer. Ask a manager.</source>
        <translation>Einen Kunden löscht nur, wer das Team verwaltet. Fragen Sie die Leitung.</translation>
    </message>
    <message>
        <source>Only people who manage people hand out what is known. Ask a manager.</source>
        <translation>Was bekannt ist, gibt nur heraus, wer das Team verwaltet. Fragen Sie die Leitung.</translation>
    </message>
    <message>
        <source>The platform knows more than this device, and this device is not enrolled.</source>
        <translation>Die Plattform weiß mehr als dieses Gerät, und dieses Gerät ist nicht angemeldet.</translation>
    </message>
    <message>
        <source>The platform knows more than this device. Try again when it is reached.</source>
        <translation>Die Plattform weiß mehr als dieses Gerät. Versuchen Sie es noch einmal, wenn sie erreichbar ist.</translation>
    </message>
    <message>
        <source>Erase %1?</source>
        <comment>a customer</comment>
        <translation>%1 löschen?</translation>
    </message>
    <message>
        <source>Their sales stay, without a name. Nobody can take it back.</source>
        <translation>Die Verkäufe bleiben, ohne Namen. Niemand kann es zurücknehmen.</translation>
    </message>
    <message>
        <source>They asked for it</source>
        <translation>Auf Wunsch</translation>
    </message>
    <message>
        <source>It is not needed any more</source>
        <translation>Nicht mehr nötig</translation>
    </message>
    <message>
        <source>What is known of the customer is in %1.</source>
        <comment>a file</comment>
        <translation>Was über den Kunden bekannt ist, steht in %1.</translation>
    </message>
    <message>
        <source>Name, e-mail, phone, tax number, notes and consent go, here and on every other device, with the record of each change.</source>
        <translation>Name, E-Mail, Telefon, Steuernummer, Notizen und Einwilligung werden gelöscht, hier und auf jedem anderen Gerät, mit allem, was über Änderungen aufgezeichnet ist.</translation>
    </message>
</context>
<context>
    <name>CustomerPrivacyCard</name>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>A customer may ask for a copy of what is known of them, and to be erased.</source>
        <translation>Kunden dürfen eine Kopie dessen verlangen, was über sie bekannt ist, und gelöscht werden.</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Kopie sichern</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Save what is known of the customer</source>
        <translation>Sichern, was über den Kunden bekannt ist</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Erase the customer</source>
        <translation>Den Kunden löschen</translation>
    </message>
</context>
<context>
    <name>CustomerScreen</name>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Tax number</source>
        <translation>Steuernummer</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Use again</source>
        <translation>Wieder verwenden</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivieren</translation>
    </message>
    <message>
        <source>CUSTOMER</source>
        <translation>KUNDE</translation>
    </message>
    <message>
        <source>NEW CUSTOMER</source>
        <translation>NEUER KUNDE</translation>
    </message>
    <message>
        <source>This customer is not known here any more.</source>
        <translation>Dieser Kunde ist hier nicht mehr bekannt.</translation>
    </message>
    <message>
        <source>Choose 1-9</source>
        <translation>Wählen 1-9</translation>
    </message>
    <message>
        <source>save</source>
        <translation>sich</translation>
    </message>
    <message>
        <source>Save the customer</source>
        <translation>Kunden speichern</translation>
    </message>
    <message>
        <source>+</source>
        <translation>+</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Press the number of what you want to change. F4 saves it.</source>
        <translation>Drücken Sie die Nummer dessen, was Sie ändern wollen. F4 speichert es.</translation>
    </message>
    <message>
        <source>Erased</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>E-mail offers</source>
        <translation>Angebote</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Kopie sichern</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Did not say</source>
        <comment>a customer, of offers by e-mail</comment>
        <translation>Keine Angabe</translation>
    </message>
    <message>
        <source>E-MAIL OFFERS</source>
        <translation>ANGEBOTE PER E-MAIL</translation>
    </message>
    <message>
        <source>Press the number of what the customer said.</source>
        <translation>Drücken Sie die Ziffer dessen, was der Kunde gesagt hat.</translation>
    </message>
    <message>
        <source>Press the number of how they said so.</source>
        <translation>Drücken Sie die Ziffer dafür, wie es gesagt wurde.</translation>
    </message>
    <message>
        <source>ERASE CUSTOMER</source>
        <translation>KUNDEN LÖSCHEN</translation>
    </message>
    <message>
        <source>Press the number of the reason. F3 keeps the customer.</source>
        <translation>Drücken Sie die Ziffer des Grundes. F3 behält den Kunden.</translation>
    </message>
    <message>
        <source>Keep the customer</source>
        <translation>Den Kunden behalten</translation>
    </message>
    <message>
        <source>Press 2 to erase the customer for good.</source>
        <translation>Drücken Sie 2, um den Kunden endgültig zu löschen.</translation>
    </message>
</context>
<context>
    <name>CustomerTableModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Tax number</source>
        <translation>Steuernummer</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>in use</source>
        <comment>a customer</comment>
        <translation>in Gebrauch</translation>
    </message>
</context>
<context>
    <name>CustomersPage</name>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
</context>
<context>
    <name>CustomersScreen</name>
    <message>
        <source>Only people who see customers may do this. Ask a manager.</source>
        <translation>Das dürfen nur Personen, die Kunden sehen. Fragen Sie eine Leitung.</translation>
    </message>
    <message>
        <source>No customers yet.</source>
        <translation>Noch keine Kunden.</translation>
    </message>
    <message>
        <source>No customer fits &quot;%1&quot;.</source>
        <translation>Kein Kunde passt zu „%1“.</translation>
    </message>
    <message>
        <source>CUSTOMERS</source>
        <translation>KUNDEN</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>1-9 or a name</source>
        <translation>1-9 oder Name</translation>
    </message>
    <message>
        <source>add</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>Add a customer</source>
        <translation>Kunden anlegen</translation>
    </message>
    <message>
        <source>+</source>
        <translation>+</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Here is who buys here. Type a part of a name, a number or an address and press Enter to look for somebody; press the number of a line to see them.</source>
        <translation>Hier steht, wer hier kauft. Tippen Sie einen Teil eines Namens, einer Nummer oder Adresse und drücken Sie Enter, um jemanden zu suchen; drücken Sie die Nummer einer Zeile, um ihn zu sehen.</translation>
    </message>
</context>
<context>
    <name>DataTable</name>
    <message>
        <source>Select all rows</source>
        <translation>Alle Zeilen auswählen</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>Spalten zurücksetzen</translation>
    </message>
</context>
<context>
    <name>DesktopProgram</name>
    <message>
        <source>Back up</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>Crema</source>
        <translation>Crema</translation>
    </message>
    <message>
        <source>Crema is running already; its window is in front now.</source>
        <translation>Crema läuft schon; das Fenster ist jetzt im Vordergrund.</translation>
    </message>
    <message>
        <source>Crema is running already, but its window does not answer.</source>
        <translation>Crema läuft schon, aber das Fenster antwortet nicht.</translation>
    </message>
    <message>
        <source>Wait a moment and try again. If it stays so, end the program that hangs; nothing that was saved is lost.</source>
        <translation>Warten Sie einen Moment und versuchen Sie es noch einmal. Bleibt es so, beenden Sie das Programm, das hängt; nichts Gespeichertes geht verloren.</translation>
    </message>
</context>
<context>
    <name>DeviceDetailPanel</name>
    <message>
        <source>How it is</source>
        <translation>Wie es ihm geht</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Arbeit</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Choose a device</source>
        <translation>Wählen Sie ein Gerät</translation>
    </message>
    <message>
        <source>What needs a person, what waits on it and how its machine is stand here.</source>
        <translation>Hier steht, was jemanden braucht, was auf ihm wartet und wie es dem Rechner geht.</translation>
    </message>
    <message>
        <source>This device is not known any more</source>
        <translation>Dieses Gerät ist nicht mehr bekannt</translation>
    </message>
    <message>
        <source>Back to all devices</source>
        <translation>Zurück zu allen Geräten</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>location, as of when</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>What has arrived from it</source>
        <translation>Was von ihm angekommen ist</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Shut out</source>
        <translation>Aussperren</translation>
    </message>
    <message>
        <source>Let in again</source>
        <translation>Wieder einlassen</translation>
    </message>
    <message>
        <source>It belongs to a location that is not yours.</source>
        <translation>Es gehört zu einem Standort, der nicht Ihrer ist.</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Umziehen</translation>
    </message>
</context>
<context>
    <name>DeviceKeys</name>
    <message>
        <source>The key could not be kept: %1</source>
        <translation>Der Schlüssel konnte nicht aufbewahrt werden: %1</translation>
    </message>
    <message>
        <source>Check the rights of the folder %1.</source>
        <translation>Prüfen Sie die Rechte des Ordners %1.</translation>
    </message>
</context>
<context>
    <name>DeviceListPanel</name>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Noch einmal fragen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Asking how the devices are</source>
        <translation>Es wird gefragt, wie es den Geräten geht</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>how many devices, how many need a person</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Showing what was known. %1.</source>
        <comment>As of 10:42</comment>
        <translation>Es wird gezeigt, was bekannt war. %1.</translation>
    </message>
    <message>
        <source>How the devices are is not known yet</source>
        <translation>Wie es den Geräten geht, ist noch nicht bekannt</translation>
    </message>
    <message>
        <source>See how every till is</source>
        <translation>Sehen Sie, wie es jeder Kasse geht</translation>
    </message>
    <message>
        <source>Each device that is enrolled gets a line with its last contact and what waits on it.</source>
        <translation>Jedes angemeldete Gerät bekommt eine Zeile mit dem letzten Kontakt und dem, was auf ihm wartet.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>how many devices, why not more</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Add a device</source>
        <translation>Gerät hinzufügen</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>how many devices, how many are shut out</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>DeviceListPresenter</name>
    <message>
        <source>Ask again how the devices are</source>
        <translation>Noch einmal fragen, wie es den Geräten geht</translation>
    </message>
    <message>
        <source>Back to all devices</source>
        <translation>Zurück zu allen Geräten</translation>
    </message>
    <message>
        <source>No device is open.</source>
        <translation>Es ist kein Gerät geöffnet.</translation>
    </message>
    <message numerus="yes">
        <source>%n devices</source>
        <translation>
            <numerusform>%n Gerät</numerusform>
            <numerusform>%n Geräte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need a person</source>
        <comment>devices</comment>
        <translation>
            <numerusform>%n braucht jemanden</numerusform>
            <numerusform>%n brauchen jemanden</numerusform>
        </translation>
    </message>
    <message>
        <source>All are well</source>
        <comment>devices</comment>
        <translation>Allen geht es gut</translation>
    </message>
    <message>
        <source>As of %1</source>
        <comment>a time of day</comment>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>Of this location only. Sign in with mail address and password to see more.</source>
        <translation>Nur von diesem Standort. Melden Sie sich mit E-Mail-Adresse und Passwort an, um mehr zu sehen.</translation>
    </message>
    <message>
        <source>Add a device</source>
        <translation>Gerät hinzufügen</translation>
    </message>
    <message>
        <source>Rename the device</source>
        <translation>Das Gerät umbenennen</translation>
    </message>
    <message>
        <source>Shut the device out</source>
        <translation>Das Gerät aussperren</translation>
    </message>
    <message>
        <source>Let the device in again</source>
        <translation>Das Gerät wieder einlassen</translation>
    </message>
    <message>
        <source>Only people who manage devices may do this.</source>
        <translation>Nur wer Geräte verwaltet, darf das.</translation>
    </message>
    <message>
        <source>The platform does this, and it cannot be reached now.</source>
        <translation>Das tut die Plattform, und sie ist gerade nicht erreichbar.</translation>
    </message>
    <message>
        <source>The platform has not answered yet.</source>
        <translation>Die Plattform hat noch nicht geantwortet.</translation>
    </message>
    <message>
        <source>It is shut out already.</source>
        <translation>Es ist schon ausgesperrt.</translation>
    </message>
    <message>
        <source>It is not shut out.</source>
        <translation>Es ist nicht ausgesperrt.</translation>
    </message>
    <message numerus="yes">
        <source>%n shut out</source>
        <comment>devices</comment>
        <translation>
            <numerusform>%n ausgesperrt</numerusform>
            <numerusform>%n ausgesperrt</numerusform>
        </translation>
    </message>
    <message>
        <source>Move the device</source>
        <translation>Gerät umziehen</translation>
    </message>
    <message>
        <source>It is shut out.</source>
        <translation>Es ist ausgesperrt.</translation>
    </message>
</context>
<context>
    <name>DeviceScreen</name>
    <message>
        <source>This device is not known any more.</source>
        <translation>Dieses Gerät ist nicht mehr bekannt.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>device, location</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>DEVICE</source>
        <translation>GERÄT</translation>
    </message>
    <message>
        <source>in</source>
        <translation>ein</translation>
    </message>
    <message>
        <source>out</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>This is one device: first what needs a person and what to do about it, then its figures. F4 gives it another name, F2 moves it, F9 shuts it out or lets it in again, Enter goes back.</source>
        <translation>Das ist ein Gerät: zuerst, was einen Menschen braucht und was zu tun ist, dann seine Zahlen. F4 gibt ihm einen anderen Namen, F2 lässt es umziehen, F9 sperrt es aus oder lässt es wieder ein, Enter geht zurück.</translation>
    </message>
</context>
<context>
    <name>DeviceTableModel</name>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Letzter Kontakt</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Datenträger</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>%1 (this device)</source>
        <translation>%1 (dieses Gerät)</translation>
    </message>
    <message>
        <source>well</source>
        <comment>a device</comment>
        <translation>gut</translation>
    </message>
</context>
<context>
    <name>DeviceTaskCard</name>
    <message>
        <source>Make a code</source>
        <translation>Code erstellen</translation>
    </message>
    <message>
        <source>Copy the code</source>
        <translation>Code kopieren</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Shut out</source>
        <translation>Aussperren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Where the new device works</source>
        <translation>Wo das neue Gerät arbeitet</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>Einmalcode</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Add a device</source>
        <translation>Gerät hinzufügen</translation>
    </message>
    <message>
        <source>Let it in again</source>
        <translation>Es wieder einlassen</translation>
    </message>
    <message>
        <source>Rename the device</source>
        <translation>Das Gerät umbenennen</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Kasse</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Umziehen</translation>
    </message>
    <message>
        <source>The first that is free</source>
        <translation>Die erste freie</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>Move the device</source>
        <translation>Gerät umziehen</translation>
    </message>
</context>
<context>
    <name>DeviceTaskPresenter</name>
    <message>
        <source>Code for a new device at %1</source>
        <comment>a location</comment>
        <translation>Code für ein neues Gerät in %1</translation>
    </message>
    <message>
        <source>On the new device, start Crema, choose “Connect this till to a business” and type the address %1 and this code.</source>
        <translation>Starten Sie Crema auf dem neuen Gerät, wählen Sie „Diese Kasse mit einem Unternehmen verbinden“ und tippen Sie die Adresse %1 und diesen Code ein.</translation>
    </message>
    <message>
        <source>Code to let %1 in again</source>
        <comment>a device</comment>
        <translation>Code, um %1 wieder einzulassen</translation>
    </message>
    <message>
        <source>Type it on %1 itself, in its sync panel. Until then it stays shut out.</source>
        <translation>Tippen Sie ihn auf %1 selbst ein, im Abgleichfenster. Bis dahin bleibt es ausgesperrt.</translation>
    </message>
    <message>
        <source>Good until %1, for one device. It is shown this once.</source>
        <translation>Gültig bis %1, für ein Gerät. Er wird nur dieses eine Mal gezeigt.</translation>
    </message>
    <message>
        <source>It is called %1 from now on.</source>
        <comment>a device</comment>
        <translation>Es heißt ab jetzt %1.</translation>
    </message>
    <message>
        <source>%1 is shut out.</source>
        <comment>a device</comment>
        <translation>%1 ist ausgesperrt.</translation>
    </message>
    <message>
        <source>It moves when it is in contact, its shift is closed and everything is sent. Its receipts are numbered anew from then on.</source>
        <translation>Es zieht um, sobald es Verbindung hat, seine Schicht geschlossen und alles gesendet ist. Seine Belege werden von da an neu gezählt.</translation>
    </message>
    <message>
        <source>%1 stays where it is.</source>
        <comment>a device</comment>
        <translation>%1 bleibt, wo es ist.</translation>
    </message>
    <message>
        <source>%1 moves to %2 when nothing is open there.</source>
        <comment>a device, a location</comment>
        <translation>%1 zieht nach %2 um, sobald dort nichts mehr offen ist.</translation>
    </message>
</context>
<context>
    <name>DeviceTaskScreen</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>NEW DEVICE</source>
        <translation>NEUES GERÄT</translation>
    </message>
    <message>
        <source>CODE</source>
        <translation>CODE</translation>
    </message>
    <message>
        <source>RENAME</source>
        <translation>UMBENENNEN</translation>
    </message>
    <message>
        <source>SHUT OUT</source>
        <translation>AUSSPERREN</translation>
    </message>
    <message>
        <source>DEVICE</source>
        <translation>GERÄT</translation>
    </message>
    <message>
        <source>Works where?</source>
        <translation>Arbeitet wo?</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Neuer Name</translation>
    </message>
    <message>
        <source>Is it meant? 1-2</source>
        <translation>Gemeint? 1-2</translation>
    </message>
    <message>
        <source>Why? 1-5</source>
        <translation>Warum? 1-5</translation>
    </message>
    <message>
        <source>Asking the platform</source>
        <translation>Fragt die Plattform</translation>
    </message>
    <message>
        <source>The platform does this at once. F3 leaves it undone; a code is shown this once.</source>
        <translation>Die Plattform tut das sofort. F3 lässt es bleiben; ein Code wird nur dieses eine Mal gezeigt.</translation>
    </message>
    <message>
        <source>MOVE</source>
        <translation>UMZUG</translation>
    </message>
    <message>
        <source>Register, empty: the first free</source>
        <translation>Kasse, leer: die erste freie</translation>
    </message>
    <message>
        <source>Move where?</source>
        <translation>Wohin?</translation>
    </message>
</context>
<context>
    <name>DevicesPage</name>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
</context>
<context>
    <name>DevicesScreen</name>
    <message>
        <source>No device is enrolled.</source>
        <translation>Es ist kein Gerät angemeldet.</translation>
    </message>
    <message>
        <source>Asking how the devices are</source>
        <translation>Es wird gefragt, wie es den Geräten geht</translation>
    </message>
    <message>
        <source>Offline. %1</source>
        <comment>As of 10:42</comment>
        <translation>Offline. %1</translation>
    </message>
    <message>
        <source>DEVICES</source>
        <translation>GERÄTE</translation>
    </message>
    <message>
        <source>Choose 1-9</source>
        <translation>Wählen Sie 1-9</translation>
    </message>
    <message>
        <source>ask</source>
        <translation>fragen</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Noch einmal fragen</translation>
    </message>
    <message>
        <source>+</source>
        <translation>+</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Here is how every device of your locations is, what needs a person first. Press the number of a line to see what is the matter and what to do.</source>
        <translation>Hier steht, wie es jedem Gerät Ihrer Standorte geht, zuerst, was jemanden braucht. Drücken Sie die Nummer einer Zeile, um zu sehen, was los ist und was zu tun ist.</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
</context>
<context>
    <name>DiscountPanel</name>
    <message>
        <source>Discount</source>
        <translation>Rabatt</translation>
    </message>
    <message>
        <source>How it is given</source>
        <translation>Art des Rabatts</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>Prozent</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>Wie viel</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>a rate</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Why; the receipt says it</source>
        <translation>Warum; der Bon nennt es</translation>
    </message>
    <message>
        <source>Give the discount</source>
        <translation>Rabatt geben</translation>
    </message>
    <message>
        <source>Take it away</source>
        <translation>Wegnehmen</translation>
    </message>
    <message>
        <source>Take the discount away</source>
        <translation>Rabatt wegnehmen</translation>
    </message>
</context>
<context>
    <name>DiscountScreen</name>
    <message>
        <source>DISCOUNT</source>
        <translation>RABATT</translation>
    </message>
    <message>
        <source>Why? The receipt says it.</source>
        <translation>Warum? Der Bon nennt es.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>digit and entry</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>0 takes it away.</source>
        <translation>0 nimmt ihn weg.</translation>
    </message>
    <message>
        <source>10% is a rate, 250 is 2.50.</source>
        <translation>10% ist ein Satz, 250 sind 2,50.</translation>
    </message>
    <message>
        <source>10% or an amount</source>
        <translation>10% oder Betrag</translation>
    </message>
    <message>
        <source>Press the number of the reason and Enter, or type another one.</source>
        <translation>Drücken Sie die Nummer des Grundes und Enter, oder tippen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Type how much less it costs and press Enter: 10% or digits from the right.</source>
        <translation>Tippen Sie, wie viel weniger es kostet, und drücken Sie Enter: 10% oder Ziffern von rechts.</translation>
    </message>
    <message>
        <source>The receipt says why</source>
        <translation>Der Bon nennt den Grund</translation>
    </message>
    <message>
        <source>Type how much</source>
        <translation>Tippen Sie, wie viel</translation>
    </message>
    <message>
        <source>There is no reason %1</source>
        <translation>Es gibt keinen Grund %1</translation>
    </message>
    <message>
        <source>1-%1 or a reason</source>
        <translation>1-%1 oder ein Grund</translation>
    </message>
</context>
<context>
    <name>Disk</name>
    <message>
        <source>The disk is full, so nothing more can be saved.</source>
        <translation>Der Datenträger ist voll, es kann nichts mehr gespeichert werden.</translation>
    </message>
    <message>
        <source>Free some space on the disk and try again.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The file %1 could not be written: %2.</source>
        <translation>Die Datei %1 konnte nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>Check the rights of the folder and the state of the disk.</source>
        <translation>Prüfen Sie die Rechte des Ordners und den Zustand des Datenträgers.</translation>
    </message>
    <message>
        <source>The file %1 could not be read: %2.</source>
        <translation>Die Datei %1 konnte nicht gelesen werden: %2.</translation>
    </message>
</context>
<context>
    <name>DisplayCard</name>
    <message>
        <source>Customer display</source>
        <translation>Kundenanzeige</translation>
    </message>
    <message>
        <source>Customers see items, total and change, and nothing that is meant for the staff.</source>
        <translation>Kunden sehen Artikel, Summe und Rückgeld und nichts, was für das Personal bestimmt ist.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>In a window</source>
        <translation>In einem Fenster</translation>
    </message>
    <message>
        <source>On the second screen</source>
        <translation>Auf dem zweiten Bildschirm</translation>
    </message>
</context>
<context>
    <name>DisplayPresenter</name>
    <message>
        <source>TRAINING: this is no sale</source>
        <translation>ÜBUNG: Dies ist kein Verkauf</translation>
    </message>
    <message>
        <source>Still to pay</source>
        <translation>Noch zu zahlen</translation>
    </message>
</context>
<context>
    <name>DisplayWindow</name>
    <message>
        <source>Customer display</source>
        <translation>Kundenanzeige</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Rückgeld</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>name of an amount and the amount</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>Door</name>
    <message>
        <source>This change must say which version it is based on.</source>
        <translation>Diese Änderung muss sagen, auf welchem Stand sie beruht.</translation>
    </message>
    <message>
        <source>Read the record, then send its ETag as If-Match.</source>
        <translation>Lesen Sie den Datensatz und senden Sie sein ETag als If-Match.</translation>
    </message>
    <message>
        <source>Somebody else has changed this record in the meantime.</source>
        <translation>Jemand anderes hat diesen Datensatz inzwischen geändert.</translation>
    </message>
    <message>
        <source>Read it again, then repeat the change.</source>
        <translation>Lesen Sie ihn neu und wiederholen Sie die Änderung.</translation>
    </message>
    <message>
        <source>This address reads JSON only.</source>
        <translation>Diese Adresse liest nur JSON.</translation>
    </message>
    <message>
        <source>Send the body as application/json.</source>
        <translation>Senden Sie den Inhalt als application/json.</translation>
    </message>
    <message>
        <source>The request is larger than the %1 bytes that are read here.</source>
        <translation>Die Anfrage ist größer als die %1 Byte, die hier gelesen werden.</translation>
    </message>
    <message>
        <source>Send it in smaller parts.</source>
        <translation>Senden Sie sie in kleineren Teilen.</translation>
    </message>
    <message>
        <source>The request did not arrive in the time that the platform waits.</source>
        <translation>Die Anfrage kam nicht in der Zeit an, die die Plattform wartet.</translation>
    </message>
    <message>
        <source>Send it again over a better connection.</source>
        <translation>Senden Sie sie über eine bessere Verbindung noch einmal.</translation>
    </message>
    <message>
        <source>The platform has more to do than it can take on right now.</source>
        <translation>Die Plattform hat mehr zu tun, als sie gerade annehmen kann.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The platform answers nothing at this address.</source>
        <translation>Die Plattform antwortet nicht unter dieser Adresse.</translation>
    </message>
    <message>
        <source>Compare the address with the API document.</source>
        <translation>Vergleichen Sie die Adresse mit der Beschreibung der Schnittstelle.</translation>
    </message>
    <message>
        <source>This address exists, but not for this method.</source>
        <translation>Diese Adresse gibt es, aber nicht für diese Methode.</translation>
    </message>
    <message>
        <source>The header field Allow names the methods that it takes.</source>
        <translation>Das Kopffeld Allow nennt die Methoden, die sie annimmt.</translation>
    </message>
    <message>
        <source>%1 is not an address with a port.</source>
        <translation>%1 ist keine Adresse mit Port.</translation>
    </message>
    <message>
        <source>Write it like 127.0.0.1:8080, or [::1]:8080.</source>
        <translation>Schreiben Sie sie wie 127.0.0.1:8080 oder [::1]:8080.</translation>
    </message>
    <message>
        <source>The platform cannot listen on %1 (%2).</source>
        <translation>Die Plattform kann auf %1 nicht lauschen (%2).</translation>
    </message>
    <message>
        <source>End the program that holds this port, or choose another.</source>
        <translation>Beenden Sie das Programm, das diesen Port belegt, oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The request line is not method, target and version.</source>
        <translation>Die Anfragezeile besteht nicht aus Methode, Ziel und Version.</translation>
    </message>
    <message>
        <source>The platform does not know this method.</source>
        <translation>Die Plattform kennt diese Methode nicht.</translation>
    </message>
    <message>
        <source>The platform speaks HTTP/1.1 and HTTP/1.0.</source>
        <translation>Die Plattform spricht HTTP/1.1 und HTTP/1.0.</translation>
    </message>
    <message>
        <source>The target must be a path that begins with a slash.</source>
        <translation>Das Ziel muss ein Pfad sein, der mit einem Schrägstrich beginnt.</translation>
    </message>
    <message>
        <source>The target is longer than the platform reads.</source>
        <translation>Das Ziel ist länger, als die Plattform liest.</translation>
    </message>
    <message>
        <source>The target is not properly percent-encoded UTF-8 text.</source>
        <translation>Das Ziel ist kein richtig prozentkodierter UTF-8-Text.</translation>
    </message>
    <message>
        <source>The path must not contain the segments . and ..</source>
        <translation>Der Pfad darf die Teile . und .. nicht enthalten.</translation>
    </message>
    <message>
        <source>Every line of the head must end with CR LF, and neither may stand alone.</source>
        <translation>Jede Kopfzeile muss mit CR LF enden, und keines von beiden darf allein stehen.</translation>
    </message>
    <message>
        <source>The head contains a control character.</source>
        <translation>Der Kopf enthält ein Steuerzeichen.</translation>
    </message>
    <message>
        <source>A header field must not go on in the next line.</source>
        <translation>Ein Kopffeld darf nicht in der nächsten Zeile weitergehen.</translation>
    </message>
    <message>
        <source>A header field must be a name, a colon right behind it, and a value.</source>
        <translation>Ein Kopffeld besteht aus Name, direkt folgendem Doppelpunkt und Wert.</translation>
    </message>
    <message>
        <source>A header field that may stand once stands twice.</source>
        <translation>Ein Kopffeld, das einmal stehen darf, steht zweimal.</translation>
    </message>
    <message>
        <source>The request has more header fields than the platform reads.</source>
        <translation>Die Anfrage hat mehr Kopffelder, als die Plattform liest.</translation>
    </message>
    <message>
        <source>The head is larger than the platform reads.</source>
        <translation>Der Kopf ist größer, als die Plattform liest.</translation>
    </message>
    <message>
        <source>The header field Host is missing.</source>
        <translation>Das Kopffeld Host fehlt.</translation>
    </message>
    <message>
        <source>The header field Host is not a host name.</source>
        <translation>Das Kopffeld Host ist kein Rechnername.</translation>
    </message>
    <message>
        <source>The target and the header field Host name different hosts.</source>
        <translation>Das Ziel und das Kopffeld Host nennen verschiedene Rechner.</translation>
    </message>
    <message>
        <source>Content-Length must be one whole number.</source>
        <translation>Content-Length muss genau eine ganze Zahl sein.</translation>
    </message>
    <message>
        <source>The only Transfer-Encoding that the platform reads is chunked.</source>
        <translation>Als Transfer-Encoding liest die Plattform nur chunked.</translation>
    </message>
    <message>
        <source>Content-Length and Transfer-Encoding exclude each other.</source>
        <translation>Content-Length und Transfer-Encoding schließen einander aus.</translation>
    </message>
    <message>
        <source>HTTP/1.0 has no Transfer-Encoding.</source>
        <translation>HTTP/1.0 kennt kein Transfer-Encoding.</translation>
    </message>
    <message>
        <source>The platform reads no trailer fields.</source>
        <translation>Die Plattform liest keine Felder hinter dem Inhalt.</translation>
    </message>
    <message>
        <source>The only expectation that the platform meets is 100-continue.</source>
        <translation>Die Plattform erfüllt nur die Erwartung 100-continue.</translation>
    </message>
    <message>
        <source>The chunked body is malformed.</source>
        <translation>Der in Stücken gesendete Inhalt ist nicht richtig aufgebaut.</translation>
    </message>
    <message>
        <source>Mend the program that sent this request.</source>
        <translation>Bringen Sie das Programm in Ordnung, das diese Anfrage gesendet hat.</translation>
    </message>
    <message>
        <source>This address answers only after sign-in.</source>
        <translation>Diese Adresse antwortet erst nach der Anmeldung.</translation>
    </message>
    <message>
        <source>Sign in and try again.</source>
        <translation>Melden Sie sich an und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The permission %1 is missing.</source>
        <translation>Das Recht %1 fehlt.</translation>
    </message>
    <message>
        <source>Ask a manager to give it to you.</source>
        <translation>Bitten Sie die Leitung, es Ihnen zu geben.</translation>
    </message>
    <message>
        <source>The platform could not carry out this request.</source>
        <translation>Die Plattform konnte diese Anfrage nicht ausführen.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, give the request id to your support.</source>
        <translation>Versuchen Sie es noch einmal; bleibt es so, nennen Sie Ihrer Betreuung die Nummer der Anfrage.</translation>
    </message>
    <message>
        <source>The platform holds as many event streams as it can.</source>
        <translation>Die Plattform hält so viele Ereignisströme, wie sie kann.</translation>
    </message>
    <message>
        <source>Ask for changes by time until one is free.</source>
        <translation>Fragen Sie in Zeitabständen nach Änderungen, bis einer frei wird.</translation>
    </message>
    <message>
        <source>%1 is no address and no network.</source>
        <translation>%1 ist weder eine Adresse noch ein Netz.</translation>
    </message>
    <message>
        <source>Write addresses as in 127.0.0.1, 10.0.0.0/8.</source>
        <translation>Schreiben Sie Adressen wie in 127.0.0.1, 10.0.0.0/8.</translation>
    </message>
    <message>
        <source>More was asked from here than the platform gives to one client.</source>
        <translation>Von hier wurde mehr gefragt, als die Plattform einem einzelnen Gerät gibt.</translation>
    </message>
    <message>
        <source>Ask again later; the header field Retry-After says when.</source>
        <translation>Fragen Sie später noch einmal; das Kopffeld Retry-After sagt, wann.</translation>
    </message>
    <message>
        <source>There are no figures for this address.</source>
        <translation>Für diese Adresse gibt es keine Kennzahlen.</translation>
    </message>
    <message>
        <source>CREMA_METRICS_FROM of the platform names who may read them.</source>
        <translation>CREMA_METRICS_FROM der Plattform nennt, wer sie lesen darf.</translation>
    </message>
    <message>
        <source>There is no certificate in %1.</source>
        <translation>In %1 ist kein Zertifikat.</translation>
    </message>
    <message>
        <source>Name a readable PEM file that begins with the certificate of this machine, with those of its issuers behind it.</source>
        <translation>Nennen Sie eine lesbare PEM-Datei, die mit dem Zertifikat dieses Rechners beginnt, dahinter die seiner Aussteller.</translation>
    </message>
    <message>
        <source>Everybody on this machine can read the key in %1.</source>
        <translation>Jeder auf diesem Rechner kann den Schlüssel in %1 lesen.</translation>
    </message>
    <message>
        <source>Take that right away: chmod o-r FILE.</source>
        <translation>Nehmen Sie dieses Recht weg: chmod o-r DATEI.</translation>
    </message>
    <message>
        <source>There is no private key in %1.</source>
        <translation>In %1 ist kein privater Schlüssel.</translation>
    </message>
    <message>
        <source>Name a readable PEM file with a key that has no passphrase.</source>
        <translation>Nennen Sie eine lesbare PEM-Datei mit einem Schlüssel ohne Passphrase.</translation>
    </message>
    <message>
        <source>%1 exists.</source>
        <translation>%1 ist schon da.</translation>
    </message>
    <message>
        <source>Choose another place, or move the old file away; clients that know its pin trust no other.</source>
        <translation>Wählen Sie einen anderen Ort, oder legen Sie die alte Datei weg; Geräte, die deren Pin kennen, trauen keinem anderen.</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Check that the folder is there, yours, and has room.</source>
        <translation>Prüfen Sie, ob der Ordner da ist, Ihnen gehört und Platz hat.</translation>
    </message>
    <message>
        <source>%1 is neither a host name nor an address.</source>
        <translation>%1 ist weder ein Rechnername noch eine Adresse.</translation>
    </message>
    <message>
        <source>Write it like shop.example or 192.168.1.5.</source>
        <translation>Schreiben Sie etwa shop.example oder 192.168.1.5.</translation>
    </message>
    <message>
        <source>The key in %1 does not belong to the certificate in %2, or one of the two is too weak.</source>
        <translation>Der Schlüssel in %1 gehört nicht zum Zertifikat in %2, oder eines von beiden ist zu schwach.</translation>
    </message>
    <message>
        <source>Name the two files that were made together.</source>
        <translation>Nennen Sie die beiden Dateien, die zusammen gemacht wurden.</translation>
    </message>
</context>
<context>
    <name>DrawerPresenter</name>
    <message>
        <source>%1, %2</source>
        <comment>day and time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>It is exactly what was expected.</source>
        <translation>Es ist genau so viel wie erwartet.</translation>
    </message>
    <message>
        <source>%1 less than expected.</source>
        <translation>%1 weniger als erwartet.</translation>
    </message>
    <message>
        <source>%1 more than expected.</source>
        <translation>%1 mehr als erwartet.</translation>
    </message>
    <message>
        <source>Close the shift</source>
        <translation>Schicht schließen</translation>
    </message>
    <message>
        <source>No shift is open.</source>
        <translation>Keine Schicht ist geöffnet.</translation>
    </message>
    <message>
        <source>This is more than a drawer can hold.</source>
        <translation>Das ist mehr, als eine Lade fassen kann.</translation>
    </message>
    <message>
        <source>Check for digits too many.</source>
        <translation>Prüfen Sie, ob es zu viele Ziffern sind.</translation>
    </message>
    <message>
        <source>A drawer cannot hold less than nothing.</source>
        <translation>Eine Lade kann nicht weniger als nichts enthalten.</translation>
    </message>
    <message>
        <source>Type the cash that lies in it.</source>
        <translation>Tippen Sie das Bargeld ein, das darin liegt.</translation>
    </message>
    <message>
        <source>There is more than %1 in the drawer.</source>
        <translation>In der Lade sind mehr als %1.</translation>
    </message>
    <message>
        <source>Not in training.</source>
        <translation>Nicht während der Übung.</translation>
    </message>
</context>
<context>
    <name>DrawerStrip</name>
    <message>
        <source>Some of it should go into the safe.</source>
        <translation>Ein Teil davon sollte in den Tresor.</translation>
    </message>
    <message>
        <source>Safe drop</source>
        <translation>Tresor</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
</context>
<context>
    <name>EnrolPanel</name>
    <message>
        <source>Make this device a till</source>
        <translation>Dieses Gerät zur Kasse machen</translation>
    </message>
    <message>
        <source>Your manager gives you the address of the platform and a one-time code.</source>
        <translation>Die Leitung gibt Ihnen die Adresse der Plattform und einen Einmalcode.</translation>
    </message>
    <message>
        <source>Address of the platform</source>
        <translation>Adresse der Plattform</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>Einmalcode</translation>
    </message>
    <message>
        <source>Connect this device</source>
        <translation>Dieses Gerät verbinden</translation>
    </message>
</context>
<context>
    <name>EpochClaim</name>
    <message>
        <source>Letters A to Z and digits are needed here.</source>
        <translation>Hier werden Buchstaben A bis Z und Ziffern gebraucht.</translation>
    </message>
</context>
<context>
    <name>EraseDialog</name>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Why are they erased?</source>
        <translation>Warum wird gelöscht?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>Choose a reason first.</source>
        <translation>Wählen Sie zuerst einen Grund.</translation>
    </message>
</context>
<context>
    <name>ErrorScreen</name>
    <message>
        <source>Enter = try again</source>
        <translation>Eingabe = noch einmal</translation>
    </message>
    <message>
        <source>F3 = back</source>
        <translation>F3 = zurück</translation>
    </message>
    <message>
        <source>Press Enter to try again. Scans do not count until then.</source>
        <translation>Drücken Sie die Eingabetaste, um es noch einmal zu versuchen. Bis dahin zählen Scans nicht.</translation>
    </message>
    <message>
        <source>Press Enter before scanning on</source>
        <translation>Erst die Eingabetaste drücken, dann weiter scannen</translation>
    </message>
</context>
<context>
    <name>FavouritesDialog</name>
    <message>
        <source>Favourites of this till</source>
        <translation>Favoriten dieser Kasse</translation>
    </message>
    <message>
        <source>Find a product to add</source>
        <translation>Produkt zum Hinzufügen suchen</translation>
    </message>
    <message>
        <source>No favourites yet. Find products above; they come first at the till, in this order.</source>
        <translation>Noch keine Favoriten. Suchen Sie oben Produkte; an der Kasse stehen sie in dieser Reihenfolge zuerst.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Move %1 forward</source>
        <comment>a product</comment>
        <translation>%1 nach vorn</translation>
    </message>
    <message>
        <source>Move %1 back</source>
        <comment>a product</comment>
        <translation>%1 nach hinten</translation>
    </message>
    <message>
        <source>Take %1 off the favourites</source>
        <comment>a product</comment>
        <translation>%1 aus den Favoriten nehmen</translation>
    </message>
    <message>
        <source>Add %1</source>
        <comment>a product</comment>
        <translation>%1 hinzufügen</translation>
    </message>
</context>
<context>
    <name>FavouritesPresenter</name>
    <message>
        <source>Favourites</source>
        <translation>Favoriten</translation>
    </message>
    <message>
        <source>No longer in the catalog</source>
        <translation>Nicht mehr im Katalog</translation>
    </message>
    <message>
        <source>%1 is archived, so it cannot be sold.</source>
        <translation>%1 ist archiviert und kann daher nicht verkauft werden.</translation>
    </message>
</context>
<context>
    <name>FavouritesScreen</name>
    <message>
        <source>FAVOURITES</source>
        <translation>FAVORITEN</translation>
    </message>
    <message>
        <source>No favourites yet.</source>
        <translation>Noch keine Favoriten.</translation>
    </message>
    <message>
        <source>F4 adds the product of the marked line in the cart.</source>
        <translation>F4 fügt das Produkt der markierten Zeile im Warenkorb hinzu.</translation>
    </message>
    <message>
        <source>Choose 1-9</source>
        <translation>Wählen 1-9</translation>
    </message>
    <message>
        <source>add</source>
        <translation>hnz</translation>
    </message>
    <message>
        <source>Add the marked line of the cart</source>
        <translation>Markierte Zeile des Warenkorbs hinzufügen</translation>
    </message>
    <message>
        <source>up</source>
        <translation>vor</translation>
    </message>
    <message>
        <source>Move the marked one forward</source>
        <translation>Das markierte nach vorn</translation>
    </message>
    <message>
        <source>del</source>
        <translation>lös</translation>
    </message>
    <message>
        <source>Take the marked one off the list</source>
        <translation>Das markierte aus der Liste nehmen</translation>
    </message>
    <message>
        <source>+</source>
        <translation>+</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Press the number of a product to sell it. The arrows move the mark; F6 moves what is marked forward.</source>
        <translation>Drücken Sie die Nummer eines Produkts, um es zu verkaufen. Die Pfeile bewegen die Markierung; F6 stellt das markierte nach vorn.</translation>
    </message>
</context>
<context>
    <name>FilterChipButton</name>
    <message>
        <source>Remove the filter %1: %2</source>
        <translation>Filter %1: %2 entfernen</translation>
    </message>
    <message>
        <source>Remove this filter</source>
        <translation>Diesen Filter entfernen</translation>
    </message>
</context>
<context>
    <name>FindScreen</name>
    <message>
        <source>no price</source>
        <translation>kein Preis</translation>
    </message>
    <message>
        <source>FIND %1</source>
        <translation>SUCHE %1</translation>
    </message>
    <message>
        <source>Nothing has these words in its name or code.</source>
        <translation>Nichts hat diese Wörter in Name oder Code.</translation>
    </message>
    <message>
        <source>Choose 1-9</source>
        <translation>1-9 wählen</translation>
    </message>
    <message>
        <source>Name or code</source>
        <translation>Name oder Code</translation>
    </message>
    <message>
        <source>+</source>
        <translation>+</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Type part of a name and press Enter. Then press the number of the line you want.</source>
        <translation>Tippen Sie einen Teil des Namens und drücken Sie die Eingabetaste. Dann drücken Sie die Nummer der gewünschten Zeile.</translation>
    </message>
</context>
<context>
    <name>FirstRunPresenter</name>
    <message>
        <source>Look around with a sample shop</source>
        <translation>In einem Musterladen umsehen</translation>
    </message>
    <message>
        <source>Sample shop</source>
        <translation>Musterladen</translation>
    </message>
    <message>
        <source>A roastery with products, stock and a month of sales.</source>
        <translation>Eine Rösterei mit Produkten, Bestand und einem Monat Verkäufen.</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 Minute</translation>
    </message>
    <message>
        <source>Set up a new shop on this computer</source>
        <translation>Einen neuen Laden auf diesem Rechner einrichten</translation>
    </message>
    <message>
        <source>New shop</source>
        <translation>Neuer Laden</translation>
    </message>
    <message>
        <source>Name, currency, taxes and your first till. Import products from a file.</source>
        <translation>Name, Währung, Steuern und Ihre erste Kasse. Produkte aus einer Datei einlesen.</translation>
    </message>
    <message>
        <source>Connect this till to a business</source>
        <translation>Diese Kasse mit einem Unternehmen verbinden</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>With the address and the one-time code that your manager gives you.</source>
        <translation>Mit der Adresse und dem Einmalcode, die Ihnen die Leitung gibt.</translation>
    </message>
    <message>
        <source>Restore from a backup</source>
        <translation>Aus einer Sicherung wiederherstellen</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Choose a file that “Back up” of a shop on one computer wrote.</source>
        <translation>Wählen Sie eine Datei, die „Sichern“ in einem Laden auf einem einzelnen Rechner geschrieben hat.</translation>
    </message>
    <message>
        <source>Welcome to Crema</source>
        <translation>Willkommen bei Crema</translation>
    </message>
    <message>
        <source>Set up a new shop</source>
        <translation>Einen neuen Laden einrichten</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>Einen Moment</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>Das hat nicht funktioniert</translation>
    </message>
    <message>
        <source>How do you want to start?</source>
        <translation>Wie möchten Sie beginnen?</translation>
    </message>
    <message>
        <source>Your manager finds both where the business is looked after.</source>
        <translation>Die Leitung findet beides dort, wo das Unternehmen verwaltet wird.</translation>
    </message>
    <message>
        <source>Everything stays on this computer.</source>
        <translation>Alles bleibt auf diesem Rechner.</translation>
    </message>
    <message>
        <source>The shop on this computer will be as it was when the file was written.</source>
        <translation>Der Laden auf diesem Rechner wird so, wie er war, als die Datei geschrieben wurde.</translation>
    </message>
    <message>
        <source>Crema gets everything ready and opens the till by itself.</source>
        <translation>Crema bereitet alles vor und öffnet die Kasse von selbst.</translation>
    </message>
    <message>
        <source>Nothing is lost. You can try again or begin in another way.</source>
        <translation>Nichts ist verloren. Sie können es noch einmal versuchen oder anders beginnen.</translation>
    </message>
    <message>
        <source>Open sample shop</source>
        <translation>Musterladen öffnen</translation>
    </message>
    <message>
        <source>Name the shop</source>
        <translation>Den Laden benennen</translation>
    </message>
    <message>
        <source>Enter the code</source>
        <translation>Den Code eingeben</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>Die Datei wählen</translation>
    </message>
    <message>
        <source>Connect this till</source>
        <translation>Diese Kasse verbinden</translation>
    </message>
    <message>
        <source>Open the shop</source>
        <translation>Den Laden öffnen</translation>
    </message>
    <message>
        <source>Restore the shop</source>
        <translation>Den Laden wiederherstellen</translation>
    </message>
    <message>
        <source>Open the shop that is here</source>
        <translation>Den vorhandenen Laden öffnen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Type it as it was given to you, such as https://shop.example.</source>
        <translation>Tippen Sie sie so, wie Sie sie bekommen haben, etwa https://shop.example.</translation>
    </message>
    <message>
        <source>Type the one-time code, such as K7QP-3M2X.</source>
        <translation>Tippen Sie den Einmalcode, etwa K7QP-3M2X.</translation>
    </message>
    <message>
        <source>Fetch products, prices and people</source>
        <translation>Produkte, Preise und Personen holen</translation>
    </message>
    <message>
        <source>Make a database and the shop in it</source>
        <translation>Eine Datenbank mit dem Laden darin anlegen</translation>
    </message>
    <message>
        <source>Start the shop</source>
        <translation>Den Laden starten</translation>
    </message>
    <message>
        <source>Type the name that stands on your receipts.</source>
        <translation>Tippen Sie den Namen, der auf Ihren Belege steht.</translation>
    </message>
    <message>
        <source>Type what you call this place, such as Harbour Street.</source>
        <translation>Tippen Sie, wie Sie diesen Ort nennen, etwa Hafenstraße.</translation>
    </message>
    <message>
        <source>Choose a country.</source>
        <translation>Wählen Sie ein Land.</translation>
    </message>
    <message>
        <source>Choose a currency.</source>
        <translation>Wählen Sie eine Währung.</translation>
    </message>
    <message>
        <source>Type a number of percent, such as 19 or 5.5.</source>
        <translation>Tippen Sie eine Prozentzahl, etwa 19 oder 5,5.</translation>
    </message>
    <message>
        <source>Type a number of percent, such as 7 or 0.</source>
        <translation>Tippen Sie eine Prozentzahl, etwa 7 oder 0.</translation>
    </message>
    <message>
        <source>Type your name as your colleagues know it.</source>
        <translation>Tippen Sie Ihren Namen, wie Ihr Team ihn kennt.</translation>
    </message>
    <message>
        <source>Type your e-mail address; you sign in with it.</source>
        <translation>Tippen Sie Ihre E-Mail-Adresse; damit melden Sie sich an.</translation>
    </message>
    <message>
        <source>Use %1 to %2 digits, or leave it empty.</source>
        <translation>Verwenden Sie %1 bis %2 Ziffern, oder lassen Sie es leer.</translation>
    </message>
    <message>
        <source>Choose the file of the backup.</source>
        <translation>Wählen Sie die Datei der Sicherung.</translation>
    </message>
    <message>
        <source>Read the backup</source>
        <translation>Die Sicherung lesen</translation>
    </message>
    <message>
        <source>This goes on. The first time takes up to two minutes on a slow computer.</source>
        <translation>Es geht weiter. Das erste Mal dauert auf einem langsamen Rechner bis zu zwei Minuten.</translation>
    </message>
    <message>
        <source>Check the address, and that this computer is in the network, then try again.</source>
        <translation>Prüfen Sie die Adresse und ob dieser Rechner im Netz ist, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Start the sample shop</source>
        <translation>Den Musterladen starten</translation>
    </message>
</context>
<context>
    <name>FirstRunScreen</name>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>Einmalcode</translation>
    </message>
    <message>
        <source>Name of business</source>
        <translation>Name des Unternehmens</translation>
    </message>
    <message>
        <source>Name of this place</source>
        <translation>Name dieses Orts</translation>
    </message>
    <message>
        <source>Country, 2 letters</source>
        <translation>Land, 2 Buchstaben</translation>
    </message>
    <message>
        <source>Currency, 3 letters</source>
        <translation>Währung, 3 Buchstaben</translation>
    </message>
    <message>
        <source>Standard tax, %</source>
        <translation>Normaler Steuersatz, %</translation>
    </message>
    <message>
        <source>Reduced tax, %</source>
        <translation>Ermäßigter Steuersatz, %</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>Your e-mail</source>
        <translation>Ihre E-Mail</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>PIN (may be empty)</source>
        <translation>PIN (darf leer sein)</translation>
    </message>
    <message>
        <source>File of the backup</source>
        <translation>Datei der Sicherung</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Enter = %1</source>
        <translation>Enter = %1</translation>
    </message>
    <message>
        <source>1 %1</source>
        <comment>key and what it does</comment>
        <translation>1 %1</translation>
    </message>
    <message>
        <source>2 Back to the choices</source>
        <translation>2 Zurück zur Auswahl</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>The till opens by itself. F3 stops it and leads back.</source>
        <translation>Die Kasse öffnet sich von selbst. F3 hält das an und führt zurück.</translation>
    </message>
    <message>
        <source>Type the answer and press Enter. Enter alone takes what is proposed.</source>
        <translation>Tippen Sie die Antwort und drücken Sie Enter. Enter allein nimmt den Vorschlag.</translation>
    </message>
    <message>
        <source>Press the number of what you want to do.</source>
        <translation>Drücken Sie die Nummer dessen, was Sie tun möchten.</translation>
    </message>
    <message>
        <source>%1 is not in this menu</source>
        <translation>%1 steht nicht in diesem Menü</translation>
    </message>
</context>
<context>
    <name>FirstRunWindow</name>
    <message>
        <source>Crema</source>
        <translation>Crema</translation>
    </message>
</context>
<context>
    <name>GiftCardDialog</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Gift card</source>
        <translation>Gutscheinkarte</translation>
    </message>
    <message>
        <source>Code, to load a card or look at it</source>
        <translation>Code, um eine Karte aufzuladen oder anzusehen</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>Wie viel</translation>
    </message>
    <message>
        <source>A new card, or one that is shown.</source>
        <translation>Eine neue Karte, oder eine, die gezeigt wird.</translation>
    </message>
    <message>
        <source>%1, by card</source>
        <comment>Sell the card</comment>
        <translation>%1, mit Karte</translation>
    </message>
    <message>
        <source>%1, in cash</source>
        <comment>Sell the card</comment>
        <translation>%1, bar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>GiftCardPresenter</name>
    <message>
        <source>Gift card</source>
        <translation>Gutscheinkarte</translation>
    </message>
    <message>
        <source>No shift is open.</source>
        <translation>Es ist keine Schicht offen.</translation>
    </message>
    <message>
        <source>Gift card …%1: %2 on it, good until %3.</source>
        <translation>Gutscheinkarte …%1: %2 darauf, gültig bis %3.</translation>
    </message>
    <message>
        <source>Gift card …%1: %2 on it.</source>
        <translation>Gutscheinkarte …%1: %2 darauf.</translation>
    </message>
    <message>
        <source>Load the card</source>
        <translation>Karte aufladen</translation>
    </message>
    <message>
        <source>Sell the card</source>
        <translation>Karte verkaufen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>what happened, and what to do about it</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 loaded on the gift card …%2.</source>
        <translation>%1 auf die Gutscheinkarte …%2 geladen.</translation>
    </message>
    <message>
        <source>Gift card …%1 sold for %2.</source>
        <translation>Gutscheinkarte …%1 für %2 verkauft.</translation>
    </message>
</context>
<context>
    <name>GiftCardScreen</name>
    <message>
        <source>GIFT CARD</source>
        <translation>GUTSCHEINKARTE</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>Bezahlt mit</translation>
    </message>
    <message>
        <source>Enter goes back.</source>
        <translation>Enter geht zurück.</translation>
    </message>
    <message>
        <source>Scan a card to load it or look at it. Enter alone sells a new one.</source>
        <translation>Scannen Sie eine Karte, um sie aufzuladen oder anzusehen. Enter allein verkauft eine neue.</translation>
    </message>
    <message>
        <source>How much is loaded?</source>
        <translation>Wie viel wird geladen?</translation>
    </message>
    <message>
        <source>How much is on the new card?</source>
        <translation>Wie viel kommt auf die neue Karte?</translation>
    </message>
    <message>
        <source>Digits count from the right: 10000 is 100.00.</source>
        <translation>Ziffern zählen von rechts: 10000 ist 100,00.</translation>
    </message>
    <message>
        <source>1 Cash</source>
        <translation>1 Bar</translation>
    </message>
    <message>
        <source>2 Card</source>
        <translation>2 Karte</translation>
    </message>
    <message>
        <source>A card that is sold is a sale of its own with a receipt; its code is on the slip and shown once. F3 goes one step back.</source>
        <translation>Eine verkaufte Karte ist ein eigener Verkauf mit Beleg; ihr Code steht auf dem Zettel und wird einmal gezeigt. F3 geht einen Schritt zurück.</translation>
    </message>
    <message>
        <source>Type the amount in digits only, such as 10000 for 100.00</source>
        <translation>Tippen Sie den Betrag nur in Ziffern, etwa 10000 für 100,00</translation>
    </message>
    <message>
        <source>Type 1 for cash or 2 for a card.</source>
        <translation>Tippen Sie 1 für bar oder 2 für Karte.</translation>
    </message>
</context>
<context>
    <name>GiftCards</name>
    <message>
        <source>This is no code of a gift card: a digit is wrong or missing.</source>
        <translation>Das ist kein Code einer Gutscheinkarte: Eine Ziffer ist falsch oder fehlt.</translation>
    </message>
    <message>
        <source>Scan it again, or compare it with the slip.</source>
        <translation>Scannen Sie noch einmal, oder vergleichen Sie ihn mit dem Zettel.</translation>
    </message>
    <message>
        <source>A change of zero changes nothing.</source>
        <translation>Eine Änderung um null ändert nichts.</translation>
    </message>
    <message>
        <source>Type the amount again.</source>
        <translation>Tippen Sie den Betrag noch einmal.</translation>
    </message>
    <message>
        <source>A reason of 1 to %1 letters is needed.</source>
        <translation>Es braucht einen Grund mit 1 bis %1 Zeichen.</translation>
    </message>
    <message>
        <source>Say why the balance is changed.</source>
        <translation>Sagen Sie, warum das Guthaben geändert wird.</translation>
    </message>
    <message>
        <source>Erased customer</source>
        <translation>Gelöschter Kunde</translation>
    </message>
    <message>
        <source>The card …%1 is blocked.</source>
        <translation>Die Karte …%1 ist gesperrt.</translation>
    </message>
    <message>
        <source>Load another card, or let a manager look at it.</source>
        <translation>Laden Sie eine andere Karte auf, oder lassen Sie eine Leitung danach sehen.</translation>
    </message>
    <message>
        <source>The card …%1 is in another currency.</source>
        <translation>Die Karte …%1 ist in einer anderen Währung.</translation>
    </message>
    <message>
        <source>Nobody knows whose store credit it is.</source>
        <translation>Niemand weiß, wessen Guthaben es ist.</translation>
    </message>
    <message>
        <source>Choose the customer, or take the amount in another way.</source>
        <translation>Wählen Sie die Kundin oder den Kunden, oder nehmen Sie den Betrag anders.</translation>
    </message>
</context>
<context>
    <name>HeaderBar</name>
    <message>
        <source>Sync: %1</source>
        <translation>Abgleich: %1</translation>
    </message>
    <message>
        <source>Crema</source>
        <translation>Crema</translation>
    </message>
    <message>
        <source>Show the work areas</source>
        <translation>Arbeitsbereiche zeigen</translation>
    </message>
    <message>
        <source>Show what waits to be sent</source>
        <translation>Zeigen, was auf das Senden wartet</translation>
    </message>
</context>
<context>
    <name>HelpScreen</name>
    <message>
        <source>HELP</source>
        <translation>HILFE</translation>
    </message>
    <message>
        <source>+</source>
        <translation>+</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>These keys work on the screen before. Press F3 to go back to it.</source>
        <translation>Diese Tasten gelten auf dem vorigen Bildschirm. F3 führt dorthin zurück.</translation>
    </message>
</context>
<context>
    <name>HitDelegate</name>
    <message>
        <source>No price</source>
        <translation>Kein Preis</translation>
    </message>
</context>
<context>
    <name>HitListModel</name>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>name and price of a product</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>HoldPanel</name>
    <message>
        <source>Hold the sale</source>
        <translation>Verkauf parken</translation>
    </message>
    <message>
        <source>Name, such as a table (optional)</source>
        <translation>Name, etwa ein Tisch (optional)</translation>
    </message>
    <message>
        <source>It waits among the parked sales of this till until somebody goes on with it.</source>
        <translation>Er wartet bei den geparkten Verkäufen dieser Kasse, bis jemand ihn fortsetzt.</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>The line has neither a SKU nor a barcode.</source>
        <translation>Die Zeile hat weder SKU noch Barcode.</translation>
    </message>
    <message>
        <source>Give each product a SKU or a barcode.</source>
        <translation>Geben Sie jedem Produkt eine SKU oder einen Barcode.</translation>
    </message>
    <message>
        <source>There is no category %1.</source>
        <translation>Es gibt keine Kategorie %1.</translation>
    </message>
    <message>
        <source>Make the category first, or correct its name.</source>
        <translation>Legen Sie zuerst die Kategorie an, oder berichtigen Sie ihren Namen.</translation>
    </message>
    <message>
        <source>SKU %1 and the barcode belong to two different variants.</source>
        <translation>SKU %1 und der Barcode gehören zu zwei verschiedenen Varianten.</translation>
    </message>
    <message>
        <source>Correct the SKU or the barcode of this line.</source>
        <translation>Berichtigen Sie SKU oder Barcode dieser Zeile.</translation>
    </message>
</context>
<context>
    <name>InStoreCode</name>
    <message>
        <source>Weigh and label the article again.</source>
        <translation>Wiegen und etikettieren Sie den Artikel neu.</translation>
    </message>
    <message>
        <source>The value in the label %1 was read wrongly.</source>
        <translation>Der Wert auf dem Etikett %1 wurde falsch gelesen.</translation>
    </message>
    <message>
        <source>The label %1 holds no weight, price or count.</source>
        <translation>Das Etikett %1 enthält weder Gewicht noch Preis noch Anzahl.</translation>
    </message>
    <message>
        <source>Prefix, item and value digits and the check digits have to make 13 digits beginning with 2.</source>
        <translation>Präfix, Artikel- und Wertziffern und die Prüfziffern müssen zusammen 13 Ziffern ergeben, beginnend mit 2.</translation>
    </message>
    <message>
        <source>Compare the layout with a label from the scale.</source>
        <translation>Vergleichen Sie den Aufbau mit einem Etikett der Waage.</translation>
    </message>
</context>
<context>
    <name>JournalCard</name>
    <message>
        <source>Auditor&apos;s journal</source>
        <translation>Prüfjournal</translation>
    </message>
    <message>
        <source>Show older entries</source>
        <translation>Ältere Einträge zeigen</translation>
    </message>
    <message>
        <source>Export for an auditor</source>
        <translation>Für eine Prüfung exportieren</translation>
    </message>
    <message>
        <source>countersigned</source>
        <translation>gegengezeichnet</translation>
    </message>
    <message>
        <source>Export the auditor&apos;s journal</source>
        <translation>Prüfjournal exportieren</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON-Zeilen (*.jsonl)</translation>
    </message>
</context>
<context>
    <name>JournalPresenter</name>
    <message>
        <source>The journal begins with the first shift or sale of this register.</source>
        <translation>Das Journal beginnt mit der ersten Schicht oder dem ersten Verkauf dieser Kasse.</translation>
    </message>
    <message>
        <source>Entry %1 is the last. The platform has not signed any of these yet.</source>
        <translation>Eintrag %1 ist der letzte. Die Plattform hat noch keinen davon gegengezeichnet.</translation>
    </message>
    <message>
        <source>Entry %1 is the last, and the platform has signed it.</source>
        <translation>Eintrag %1 ist der letzte, und die Plattform hat ihn gegengezeichnet.</translation>
    </message>
    <message>
        <source>Entry %1 is the last. The platform has signed up to entry %2.</source>
        <translation>Eintrag %1 ist der letzte. Die Plattform hat bis Eintrag %2 gegengezeichnet.</translation>
    </message>
    <message>
        <source>The journal of this register begins</source>
        <translation>Das Journal dieser Kasse beginnt</translation>
    </message>
    <message>
        <source>Sale %1</source>
        <comment>a receipt number</comment>
        <translation>Verkauf %1</translation>
    </message>
    <message>
        <source>Shift opened</source>
        <translation>Schicht geöffnet</translation>
    </message>
    <message>
        <source>Shift closed</source>
        <translation>Schicht geschlossen</translation>
    </message>
    <message>
        <source>Closing; perpetual total %1</source>
        <translation>Abschluss; fortlaufende Summe %1</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>Abschluss</translation>
    </message>
    <message>
        <source>An entry that does not read</source>
        <translation>Ein Eintrag, der sich nicht lesen lässt</translation>
    </message>
    <message numerus="yes">
        <source>%n entries saved to %1.</source>
        <comment>a file</comment>
        <translation>
            <numerusform>%n Eintrag in %1 gesichert.</numerusform>
            <numerusform>%n Einträge in %1 gesichert.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>why the journal is not shown, and what to do</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Cash moved</source>
        <translation>Bargeld bewegt</translation>
    </message>
</context>
<context>
    <name>JournalScreen</name>
    <message>
        <source>JOURNAL</source>
        <translation>JOURNAL</translation>
    </message>
    <message>
        <source>+</source>
        <translation>+</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Every document of this register in the order it was made. The platform has signed those with a = mark. crema journal export FILE writes all of it for an auditor.</source>
        <translation>Jeder Beleg dieser Kasse in der Reihenfolge, in der er entstand. Die mit = hat die Plattform gegengezeichnet. crema journal export DATEI schreibt alles für eine Prüfung.</translation>
    </message>
</context>
<context>
    <name>JsonFields</name>
    <message>
        <source>A text is needed here.</source>
        <translation>Hier wird ein Text gebraucht.</translation>
    </message>
    <message>
        <source>The text must have at least %1 characters.</source>
        <translation>Der Text muss mindestens %1 Zeichen haben.</translation>
    </message>
    <message>
        <source>The text may have at most %1 characters.</source>
        <translation>Der Text darf höchstens %1 Zeichen haben.</translation>
    </message>
    <message>
        <source>The text may not hold a NUL character.</source>
        <translation>Der Text darf kein NUL-Zeichen enthalten.</translation>
    </message>
    <message>
        <source>A whole number is needed here.</source>
        <translation>Hier wird eine ganze Zahl gebraucht.</translation>
    </message>
    <message>
        <source>The number must lie between %1 and %2.</source>
        <translation>Die Zahl muss zwischen %1 und %2 liegen.</translation>
    </message>
    <message>
        <source>true or false is needed here.</source>
        <translation>Hier wird true oder false gebraucht.</translation>
    </message>
    <message>
        <source>A UTC time such as 2026-11-20T19:16:00.123Z is needed here.</source>
        <translation>Hier wird eine UTC-Zeit wie 2026-11-20T19:16:00.123Z gebraucht.</translation>
    </message>
    <message>
        <source>A date such as 2026-11-20 is needed here.</source>
        <translation>Hier wird ein Datum wie 2026-11-20 gebraucht.</translation>
    </message>
    <message>
        <source>An object is needed here.</source>
        <translation>Hier wird ein Objekt gebraucht.</translation>
    </message>
    <message>
        <source>A list is needed here.</source>
        <translation>Hier wird eine Liste gebraucht.</translation>
    </message>
    <message>
        <source>The list may have at most %1 entries.</source>
        <translation>Die Liste darf höchstens %1 Einträge haben.</translation>
    </message>
    <message>
        <source>Each entry must be a text of at most %1 characters.</source>
        <translation>Jeder Eintrag muss ein Text mit höchstens %1 Zeichen sein.</translation>
    </message>
    <message>
        <source>Some of the values cannot be used as they are.</source>
        <translation>Einige der Werte können so nicht verwendet werden.</translation>
    </message>
    <message>
        <source>Correct the named fields and send it again.</source>
        <translation>Berichtigen Sie die genannten Felder und senden Sie es noch einmal.</translation>
    </message>
    <message>
        <source>An id such as 0193f6a0-1c2d-7e3f-8a4b-5c6d7e8f9a0b is needed here.</source>
        <translation>Hier wird eine Kennung wie 0193f6a0-1c2d-7e3f-8a4b-5c6d7e8f9a0b gebraucht.</translation>
    </message>
</context>
<context>
    <name>KeyBook</name>
    <message>
        <source>There is no action “%1”.</source>
        <translation>Es gibt keine Aktion „%1“.</translation>
    </message>
    <message>
        <source>“crema keys list” has all of them.</source>
        <translation>„crema keys list“ nennt alle.</translation>
    </message>
    <message>
        <source>“%1” is no key.</source>
        <translation>„%1“ ist keine Taste.</translation>
    </message>
    <message>
        <source>Write it as in F6, Alt+H or Ctrl+Shift+K.</source>
        <translation>Schreiben Sie sie wie in F6, Alt+H oder Ctrl+Shift+K.</translation>
    </message>
    <message>
        <source>Write it as in F6 or ^E.</source>
        <translation>Schreiben Sie sie wie in F6 oder ^E.</translation>
    </message>
    <message>
        <source>Choose another key.</source>
        <translation>Wählen Sie eine andere Taste.</translation>
    </message>
    <message>
        <source>“%1” can have two keys, no more.</source>
        <translation>„%1“ kann zwei Tasten haben, nicht mehr.</translation>
    </message>
    <message>
        <source>“%1” needs a key.</source>
        <translation>„%1“ braucht eine Taste.</translation>
    </message>
    <message>
        <source>Choose another key instead.</source>
        <translation>Wählen Sie stattdessen eine andere Taste.</translation>
    </message>
    <message>
        <source>%1 is used for “%2”.</source>
        <translation>%1 steht für „%2“.</translation>
    </message>
    <message>
        <source>Choose another key, or take it from there.</source>
        <translation>Wählen Sie eine andere Taste oder nehmen Sie sie von dort.</translation>
    </message>
    <message>
        <source>%1 is the only key of “%2”.</source>
        <translation>%1 ist die einzige Taste für „%2“.</translation>
    </message>
    <message>
        <source>Give that one another key first.</source>
        <translation>Geben Sie dem zuerst eine andere Taste.</translation>
    </message>
</context>
<context>
    <name>KeyEditor</name>
    <message>
        <source>Press the key for “%1”.</source>
        <translation>Drücken Sie die Taste für „%1“.</translation>
    </message>
</context>
<context>
    <name>KeyList</name>
    <message>
        <source>Sale</source>
        <translation>Verkauf</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Zahlung</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>action and why it is not possible</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the list of keys</source>
        <translation>Tastenliste schließen</translation>
    </message>
    <message>
        <source>Esc</source>
        <comment>the key</comment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Keys: %1</source>
        <comment>title of the list of keys of one screen</comment>
        <translation>Tasten: %1</translation>
    </message>
    <message>
        <source>Also here</source>
        <translation>Auch hier</translation>
    </message>
</context>
<context>
    <name>KeyListScreen</name>
    <message>
        <source>KEYS</source>
        <translation>TASTEN</translation>
    </message>
    <message>
        <source>Choose 1-9</source>
        <translation>1-9 wählen</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>All keys as usual</source>
        <translation>Alle Tasten wie üblich</translation>
    </message>
    <message>
        <source>All as usual</source>
        <translation>Alle wie üblich</translation>
    </message>
    <message>
        <source>+</source>
        <translation>+</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Press the number of a line to give it another key. A star marks what is not as usual.</source>
        <translation>Drücken Sie die Nummer einer Zeile, um ihr eine andere Taste zu geben. Ein Stern steht an dem, was nicht wie üblich ist.</translation>
    </message>
</context>
<context>
    <name>KeyRowView</name>
    <message>
        <source>As usual again</source>
        <translation>Wieder wie üblich</translation>
    </message>
    <message>
        <source>Press a key</source>
        <translation>Taste drücken</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>keine Taste</translation>
    </message>
    <message>
        <source>Key of “%1”: %2</source>
        <translation>Taste für „%1“: %2</translation>
    </message>
    <message>
        <source>Second key of “%1”: %2</source>
        <translation>Zweite Taste für „%1“: %2</translation>
    </message>
    <message>
        <source>Set “%1” back to its usual keys</source>
        <translation>„%1“ die üblichen Tasten zurückgeben</translation>
    </message>
</context>
<context>
    <name>KeyScreen</name>
    <message>
        <source>KEY</source>
        <translation>TASTE</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Üblich</translation>
    </message>
    <message>
        <source>Enter takes it from there, or press another key.</source>
        <translation>Enter nimmt sie von dort; oder drücken Sie eine andere Taste.</translation>
    </message>
    <message>
        <source>Press the key</source>
        <translation>Taste drücken</translation>
    </message>
    <message>
        <source>Press the new key, or type it as F5 or ^E and Enter. A dash alone: as usual. Esc leaves.</source>
        <translation>Drücken Sie die neue Taste oder tippen Sie sie als F5 oder ^E und Enter. Ein Strich allein: wie üblich. Esc verlässt.</translation>
    </message>
    <message>
        <source>Kept for this device</source>
        <translation>Für dieses Gerät gemerkt</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>Wie üblich</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>Nicht übernommen</translation>
    </message>
</context>
<context>
    <name>KeyTable</name>
    <message>
        <source>Done, go on</source>
        <translation>Fertig, weiter</translation>
    </message>
    <message>
        <source>Undo, take out</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Find, choose</source>
        <translation>Suchen, wählen</translation>
    </message>
    <message>
        <source>Skip, put aside</source>
        <translation>Überspringen, parken</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
</context>
<context>
    <name>KeyText</name>
    <message>
        <source>The system takes %1 before any program does.</source>
        <translation>%1 nimmt das System, bevor ein Programm sie bekommt.</translation>
    </message>
    <message>
        <source>%1 is a character: whoever types and every scanner sends it.</source>
        <translation>%1 ist ein Zeichen: Es kommt von allen, die tippen, und von jedem Scanner.</translation>
    </message>
    <message>
        <source>Fields, lists and buttons need %1.</source>
        <translation>Felder, Listen und Knöpfe brauchen %1.</translation>
    </message>
    <message>
        <source>Text fields need %1.</source>
        <translation>Textfelder brauchen %1.</translation>
    </message>
    <message>
        <source>Scanners send %1 within codes.</source>
        <translation>Scanner senden %1 innerhalb von Codes.</translation>
    </message>
    <message>
        <source>%1 is how some keyboards write a character (AltGr).</source>
        <translation>Mit %1 schreiben manche Tastaturen ein Zeichen (AltGr).</translation>
    </message>
    <message>
        <source>Many terminals keep %1 for themselves, and it has no twin for keyboards without it.</source>
        <translation>Viele Terminals behalten %1 für sich, und Tastaturen ohne sie haben keinen Ersatz.</translation>
    </message>
    <message>
        <source>%1 stops or starts the output of a terminal.</source>
        <translation>%1 hält die Ausgabe eines Terminals an oder setzt sie fort.</translation>
    </message>
    <message>
        <source>%1 ends or halts programs.</source>
        <translation>%1 beendet Programme oder hält sie an.</translation>
    </message>
    <message>
        <source>A terminal sends the same for %1 as for a key that fields need.</source>
        <translation>Ein Terminal sendet für %1 dasselbe wie für eine Taste, die Felder brauchen.</translation>
    </message>
</context>
<context>
    <name>Keypad</name>
    <message>
        <source>Erase the last digit</source>
        <translation>Letzte Ziffer löschen</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>At the till</source>
        <translation>An der Kasse</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>of this device</source>
        <translation>dieses Geräts</translation>
    </message>
    <message>
        <source>All as usual</source>
        <translation>Alle wie üblich</translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation>Aktion oder Taste suchen</translation>
    </message>
    <message>
        <source>No action and no key is called so.</source>
        <translation>Keine Aktion und keine Taste heißt so.</translation>
    </message>
    <message>
        <source>Take it from there</source>
        <translation>Von dort nehmen</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Lassen, wie es ist</translation>
    </message>
    <message>
        <source>Esc leaves it as it is, Backspace takes it away.</source>
        <translation>Esc lässt sie, wie sie ist; die Rücktaste nimmt sie weg.</translation>
    </message>
</context>
<context>
    <name>KeysScreen</name>
    <message>
        <source>KEYS</source>
        <translation>TASTEN</translation>
    </message>
    <message>
        <source>Press or scan</source>
        <translation>Drücken oder scannen</translation>
    </message>
    <message>
        <source>Show that %1 arrives</source>
        <translation>Zeigen, dass %1 ankommt</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>Pfeil</translation>
    </message>
    <message>
        <source>Typed: %1</source>
        <translation>Getippt: %1</translation>
    </message>
    <message>
        <source>Scan: %1</source>
        <translation>Scan: %1</translation>
    </message>
    <message>
        <source>Which F-key is it?</source>
        <translation>Welche F-Taste?</translation>
    </message>
    <message>
        <source>Press each key and scan a code to see what arrives. Press a key that is not known, then type its number.</source>
        <translation>Drücken Sie jede Taste und scannen Sie einen Code, um zu sehen, was ankommt. Drücken Sie eine unbekannte Taste und tippen Sie dann ihre Nummer.</translation>
    </message>
    <message>
        <source>Not known: ESC %1</source>
        <translation>Unbekannt: ESC %1</translation>
    </message>
    <message>
        <source>Type a number from 1 to %1</source>
        <translation>Zahl von 1 bis %1 tippen</translation>
    </message>
    <message>
        <source>F%1 is kept for this device</source>
        <translation>F%1 ist für dieses Gerät gemerkt</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>English</source>
        <extracomment>The name of the language of these translations, in that language.</extracomment>
        <translation>Deutsch</translation>
    </message>
</context>
<context>
    <name>LockCard</name>
    <message>
        <source>Who takes over?</source>
        <translation>Wer übernimmt?</translation>
    </message>
    <message>
        <source>This till is locked</source>
        <translation>Diese Kasse ist gesperrt</translation>
    </message>
    <message>
        <source>Enter</source>
        <comment>the key</comment>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Mail address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>This asks the platform, so it needs the network.</source>
        <translation>Das fragt die Plattform und braucht darum das Netz.</translation>
    </message>
    <message>
        <source>Use a PIN</source>
        <translation>PIN verwenden</translation>
    </message>
    <message>
        <source>Use mail and password</source>
        <translation>E-Mail und Passwort verwenden</translation>
    </message>
    <message numerus="yes">
        <source>%n digits of the PIN</source>
        <translation>
            <numerusform>%n Ziffer der PIN</numerusform>
            <numerusform>%n Ziffern der PIN</numerusform>
        </translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Type the PIN first.</source>
        <translation>Tippen Sie zuerst die PIN.</translation>
    </message>
    <message>
        <source>%1 has no PIN here. Use mail and password.</source>
        <translation>%1 hat hier keine PIN. Verwenden Sie E-Mail und Passwort.</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>Zurück zu %1</translation>
    </message>
    <message>
        <source>Code of the authenticator</source>
        <translation>Code des Authenticators</translation>
    </message>
    <message>
        <source>Invited, or lost it?</source>
        <translation>Eingeladen oder vergessen?</translation>
    </message>
    <message>
        <source>Set a password with a code that was mailed</source>
        <translation>Ein Passwort mit einem zugeschickten Code setzen</translation>
    </message>
    <message>
        <source>Or scan your badge.</source>
        <translation>Oder scannen Sie Ihren Ausweis.</translation>
    </message>
    <message>
        <source>The shop asks you for an authenticator</source>
        <translation>Der Laden verlangt von Ihnen einen Authenticator</translation>
    </message>
</context>
<context>
    <name>LockPresenter</name>
    <message>
        <source>Lock the till</source>
        <translation>Kasse sperren</translation>
    </message>
    <message>
        <source>Switch person</source>
        <translation>Person wechseln</translation>
    </message>
    <message>
        <source>This device is not enrolled yet, so nobody signs in here.</source>
        <translation>Dieses Gerät ist noch nicht registriert, darum kann sich hier niemand anmelden.</translation>
    </message>
    <message>
        <source>The till is locked.</source>
        <translation>Die Kasse ist gesperrt.</translation>
    </message>
    <message>
        <source>Mail address and password are both needed.</source>
        <translation>E-Mail-Adresse und Passwort werden beide gebraucht.</translation>
    </message>
    <message>
        <source>Type them and try again.</source>
        <translation>Tippen Sie beides und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The till is locked, so the code was not taken.</source>
        <translation>Die Kasse ist gesperrt, darum wurde der Code nicht angenommen.</translation>
    </message>
    <message>
        <source>Sign in, then scan it again.</source>
        <translation>Melden Sie sich an und scannen Sie ihn noch einmal.</translation>
    </message>
    <message>
        <source>The code is needed.</source>
        <translation>Der Code wird gebraucht.</translation>
    </message>
    <message>
        <source>Type the six digits that the authenticator shows now.</source>
        <translation>Die sechs Ziffern eingeben, die der Authenticator jetzt zeigt.</translation>
    </message>
    <message>
        <source>Nobody here has a PIN or a badge, so nobody could come back without the platform.</source>
        <translation>Niemand hier hat eine PIN oder einen Ausweis, also käme ohne die Plattform niemand zurück.</translation>
    </message>
    <message>
        <source>The authenticator is set up.</source>
        <translation>Der Authenticator ist eingerichtet.</translation>
    </message>
    <message>
        <source>Type the next code that it shows to sign in.</source>
        <translation>Geben Sie zum Anmelden den nächsten Code ein, den er zeigt.</translation>
    </message>
</context>
<context>
    <name>LockScreen</name>
    <message>
        <source>no PIN</source>
        <translation>keine PIN</translation>
    </message>
    <message>
        <source>SIGNED OUT</source>
        <translation>ABGEMELDET</translation>
    </message>
    <message>
        <source>SIGN IN</source>
        <translation>ANMELDEN</translation>
    </message>
    <message>
        <source>Who works here?</source>
        <translation>Wer arbeitet hier?</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>+</source>
        <translation>+</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>pwd</source>
        <translation>pwd</translation>
    </message>
    <message>
        <source>Sign in with a password</source>
        <translation>Mit Passwort anmelden</translation>
    </message>
    <message>
        <source>out</source>
        <translation>abm</translation>
    </message>
    <message>
        <source>Sign out and lock</source>
        <translation>Abmelden und sperren</translation>
    </message>
    <message>
        <source>Press your number.</source>
        <translation>Drücken Sie Ihre Nummer.</translation>
    </message>
    <message>
        <source>Type your PIN and press Enter. It is not shown.</source>
        <translation>Tippen Sie Ihre PIN und drücken Sie Enter. Die PIN wird nicht gezeigt.</translation>
    </message>
    <message>
        <source>A PIN has digits only</source>
        <translation>Eine PIN hat nur Ziffern</translation>
    </message>
    <message>
        <source>Nobody is signed in. Press your number.</source>
        <translation>Niemand ist angemeldet. Drücken Sie Ihre Nummer.</translation>
    </message>
    <message>
        <source>Type the six digits that the authenticator shows now, or a recovery code.</source>
        <translation>Die sechs Ziffern eingeben, die der Authenticator jetzt zeigt, oder einen Wiederherstellungscode.</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>Einmalcode</translation>
    </message>
    <message>
        <source>Code of the mail</source>
        <translation>Code aus der E-Mail</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Neues Passwort</translation>
    </message>
    <message>
        <source>code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Set a password with a code that was mailed</source>
        <translation>Ein Passwort mit einem zugeschickten Code setzen</translation>
    </message>
    <message>
        <source>mail</source>
        <translation>Mail</translation>
    </message>
    <message>
        <source>Mail me a code</source>
        <translation>Code zuschicken</translation>
    </message>
    <message>
        <source>Type the code that was mailed to you, or ask for one. It is good for an hour.</source>
        <translation>Geben Sie den Code ein, der Ihnen zugeschickt wurde, oder lassen Sie sich einen schicken. Er gilt eine Stunde.</translation>
    </message>
    <message>
        <source>Take words that have nothing to do with each other, 12 characters at least. It is not shown.</source>
        <translation>Nehmen Sie Wörter, die nichts miteinander zu tun haben, mindestens 12 Zeichen. Es wird nicht angezeigt.</translation>
    </message>
    <message>
        <source>Press your number, or scan your badge.</source>
        <translation>Drücken Sie Ihre Nummer, oder scannen Sie Ihren Ausweis.</translation>
    </message>
    <message>
        <source>The shop asks you for an authenticator</source>
        <translation>Der Laden verlangt von Ihnen einen Authenticator</translation>
    </message>
</context>
<context>
    <name>Logo</name>
    <message>
        <source>Crema</source>
        <translation>Crema</translation>
    </message>
</context>
<context>
    <name>LookBar</name>
    <message>
        <source>Theme</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Language: %1</source>
        <translation>Sprache: %1</translation>
    </message>
</context>
<context>
    <name>LookupScreen</name>
    <message>
        <source>LOOK UP</source>
        <translation>NACHSCHLAGEN</translation>
    </message>
    <message>
        <source>Scan an item, or type its code or a part of its name.</source>
        <translation>Scannen Sie einen Artikel, oder tippen Sie seinen Code oder einen Teil des Namens.</translation>
    </message>
    <message>
        <source>Choose 1-9</source>
        <translation>1-9 wählen</translation>
    </message>
    <message>
        <source>Scan or type</source>
        <translation>Scannen oder tippen</translation>
    </message>
    <message>
        <source>lst</source>
        <translation>lis</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>+</source>
        <translation>+</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>all</source>
        <translation>all</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Scan an item to see its price and how much is there. Or type a part of its name and press Enter.</source>
        <translation>Scannen Sie einen Artikel, um Preis und Bestand zu sehen. Oder tippen Sie einen Teil des Namens und drücken Sie Enter.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Crema</source>
        <translation>Crema</translation>
    </message>
</context>
<context>
    <name>MenuScreen</name>
    <message>
        <source>Press the number of what you want to do.</source>
        <translation>Drücken Sie die Nummer dessen, was Sie tun möchten.</translation>
    </message>
    <message>
        <source>%1 is not in this menu</source>
        <translation>%1 steht nicht in diesem Menü</translation>
    </message>
    <message>
        <source>Choose by number before scanning</source>
        <translation>Erst eine Nummer wählen, dann scannen</translation>
    </message>
</context>
<context>
    <name>MessageStrip</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
</context>
<context>
    <name>MoneyInput</name>
    <message>
        <source>Type an amount like 12.50, or 3*12.50.</source>
        <translation>Tippen Sie einen Betrag wie 12,50 oder 3*12,50.</translation>
    </message>
    <message>
        <source>“%1” cannot be read as an amount.</source>
        <translation>„%1“ ist nicht als Betrag lesbar.</translation>
    </message>
    <message>
        <source>%1 has at most %2 digits behind the decimal sign.</source>
        <translation>%1 hat höchstens %2 Ziffern hinter dem Dezimalzeichen.</translation>
    </message>
    <message>
        <source>This amount is more than Crema can hold.</source>
        <translation>Dieser Betrag ist mehr, als Crema fassen kann.</translation>
    </message>
</context>
<context>
    <name>Network</name>
    <message>
        <source>Work goes on; it is sent as soon as the platform answers.</source>
        <translation>Die Arbeit geht weiter; gesendet wird, sobald die Plattform antwortet.</translation>
    </message>
    <message>
        <source>%1 sent more than was asked for.</source>
        <translation>%1 hat mehr gesendet als erbeten.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The certificate of %1 could not be trusted.</source>
        <translation>Dem Zertifikat von %1 konnte nicht vertraut werden.</translation>
    </message>
    <message>
        <source>%1 cannot be reached.</source>
        <translation>%1 ist nicht zu erreichen.</translation>
    </message>
    <message>
        <source>%1 showed another certificate than the one that its address names.</source>
        <translation>%1 hat ein anderes Zertifikat gezeigt als das, das seine Adresse nennt.</translation>
    </message>
    <message>
        <source>Nothing was sent. Somebody may be in between; or the platform has a new key: ask whoever runs it for its address.</source>
        <translation>Es wurde nichts gesendet. Vielleicht ist jemand dazwischen; oder die Plattform hat einen neuen Schlüssel: Fragen Sie, wer sie betreibt, nach ihrer Adresse.</translation>
    </message>
    <message>
        <source>Check the address of the platform and the date of this machine. A platform that has signed its certificate itself is given with its pin: https://HOST#sha256=…</source>
        <translation>Prüfen Sie die Adresse der Plattform und das Datum dieses Rechners. Eine Plattform, die ihr Zertifikat selbst unterschrieben hat, wird mit dessen Pin angegeben: https://HOST#sha256=…</translation>
    </message>
    <message>
        <source>The connection to %1 ended too early.</source>
        <translation>Die Verbindung zu %1 endete zu früh.</translation>
    </message>
</context>
<context>
    <name>NewProductPanel</name>
    <message>
        <source>Create product</source>
        <translation>Produkt anlegen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Create and add to the sale</source>
        <translation>Anlegen und zum Verkauf hinzufügen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>It gets the code %1 and is sold by the piece. Everything else can follow in the catalog.</source>
        <translation>Es bekommt den Code %1 und wird nach Stück verkauft. Alles andere kann im Katalog folgen.</translation>
    </message>
    <message>
        <source>The product needs a name.</source>
        <translation>Das Produkt braucht einen Namen.</translation>
    </message>
</context>
<context>
    <name>NewShopForm</name>
    <message>
        <source>The shop</source>
        <translation>Der Laden</translation>
    </message>
    <message>
        <source>Name of the business</source>
        <translation>Name des Unternehmens</translation>
    </message>
    <message>
        <source>Name of this place</source>
        <translation>Name dieses Orts</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Standard tax in percent</source>
        <translation>Normaler Steuersatz in Prozent</translation>
    </message>
    <message>
        <source>Reduced tax in percent</source>
        <translation>Ermäßigter Steuersatz in Prozent</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>Your e-mail address</source>
        <translation>Ihre E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>PIN at the till (optional)</source>
        <translation>PIN an der Kasse (freiwillig)</translation>
    </message>
</context>
<context>
    <name>NotePanel</name>
    <message>
        <source>Enter</source>
        <comment>the key</comment>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>What the staff should know</source>
        <translation>Was das Personal wissen soll</translation>
    </message>
    <message>
        <source>Keep the note</source>
        <translation>Notiz speichern</translation>
    </message>
</context>
<context>
    <name>OfflineBanner</name>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>OpenCartPresenter</name>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Nothing of the parked sale is in the catalog any more.</source>
        <translation>Nichts von dem geparkten Verkauf ist noch im Katalog.</translation>
    </message>
    <message>
        <source>Ring it up anew.</source>
        <translation>Erfassen Sie ihn neu.</translation>
    </message>
    <message>
        <source>The sale of %1 was discarded.</source>
        <translation>Der Verkauf über %1 wurde verworfen.</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>The sale of %1 is parked.</source>
        <translation>Der Verkauf über %1 ist geparkt.</translation>
    </message>
    <message>
        <source>The sale of %1 is parked as “%2”.</source>
        <translation>Der Verkauf über %1 ist als „%2“ geparkt.</translation>
    </message>
    <message>
        <source>The parked sale “%1” was discarded.</source>
        <translation>Der geparkte Verkauf „%1“ wurde verworfen.</translation>
    </message>
    <message>
        <source>Parked sale</source>
        <translation>Geparkter Verkauf</translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>lines of a parked sale and its age</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 of it is paid already</source>
        <translation>%1 davon sind schon bezahlt</translation>
    </message>
    <message numerus="yes">
        <source>%n sales are parked already, so this one stays.</source>
        <translation>
            <numerusform>%n Verkauf ist schon geparkt, deshalb bleibt dieser hier.</numerusform>
            <numerusform>%n Verkäufe sind schon geparkt, deshalb bleibt dieser hier.</numerusform>
        </translation>
    </message>
    <message>
        <source>Finish or discard one of them first.</source>
        <translation>Schließen Sie zuerst einen davon ab oder verwerfen Sie einen.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>lines of a parked sale and who parked it</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>a person and the till where they parked a sale</comment>
        <translation>%1 an %2</translation>
    </message>
    <message>
        <source>A parked sale that was taken here was taken at %1 as well.</source>
        <translation>Ein geparkter Verkauf, der hier fortgesetzt wurde, wurde auch an %1 fortgesetzt.</translation>
    </message>
    <message>
        <source>Ask there who goes on with it, so that it is not sold twice.</source>
        <translation>Fragen Sie dort, wer ihn fortsetzt, damit er nicht zweimal verkauft wird.</translation>
    </message>
    <message>
        <source>You are adding to a sale that %1 parked (%2).</source>
        <comment>a person and how long ago</comment>
        <translation>Sie ergänzen einen Verkauf, den %1 geparkt hat (%2).</translation>
    </message>
    <message>
        <source>Undo it and hold the sale if this is for somebody else.</source>
        <translation>Machen Sie es rückgängig und parken Sie den Verkauf, wenn dies für jemand anderen ist.</translation>
    </message>
    <message>
        <source>%1 × %2 comes back</source>
        <translation>%1 × %2 kommt zurück</translation>
    </message>
    <message numerus="yes">
        <source>%n lines come back</source>
        <translation>
            <numerusform>%n Zeile kommt zurück</numerusform>
            <numerusform>%n Zeilen kommen zurück</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines of %1 come back</source>
        <translation>
            <numerusform>%n Zeile von %1 kommt zurück</numerusform>
            <numerusform>%n Zeilen von %1 kommen zurück</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>lines of a parked sale, and what comes back</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>OperationJudge</name>
    <message>
        <source>Another operation with this id is known already.</source>
        <translation>Ein anderer Vorgang mit dieser Kennung ist schon bekannt.</translation>
    </message>
    <message>
        <source>Report it: the store of this device may be a copy.</source>
        <translation>Melden Sie es: Der Speicher dieses Geräts könnte eine Kopie sein.</translation>
    </message>
</context>
<context>
    <name>OptionsPanel</name>
    <message numerus="yes">
        <source>%n in the cart</source>
        <translation>
            <numerusform>%n im Warenkorb</numerusform>
            <numerusform>%n im Warenkorb</numerusform>
        </translation>
    </message>
    <message>
        <source>Esc</source>
        <comment>the key</comment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Which one? Press its number or touch it.</source>
        <translation>Welche? Drücken Sie die Nummer oder tippen Sie darauf.</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>Varianten</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>variant and its price</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>gewählt</translation>
    </message>
</context>
<context>
    <name>PageHeader</name>
    <message>
        <source>Back to %1</source>
        <translation>Zurück zu %1</translation>
    </message>
</context>
<context>
    <name>PaletteOverlay</name>
    <message>
        <source>Search or run a command</source>
        <translation>Suchen oder Befehl</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>↑ ↓ move · Enter run · Esc close · &gt; actions · # sales · = sum</source>
        <translation>↑ ↓ bewegen · Enter ausführen · Esc schließen · &gt; Befehle · # Verkäufe · = Summe</translation>
    </message>
</context>
<context>
    <name>PalettePresenter</name>
    <message>
        <source>On this page</source>
        <translation>Auf dieser Seite</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Type an amount or a sum such as 3*12.50</source>
        <translation>Geben Sie einen Betrag oder eine Summe ein, etwa 3*12,50</translation>
    </message>
    <message>
        <source>= %1</source>
        <comment>the result of a sum</comment>
        <translation>= %1</translation>
    </message>
    <message>
        <source>Enter copies it</source>
        <translation>Enter kopiert es</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Nothing has this name</source>
        <translation>Nichts heißt so</translation>
    </message>
    <message>
        <source>Search the catalog for “%1”</source>
        <translation>Im Katalog nach „%1“ suchen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>SKU and price of a product</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>customer and total of a sale</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>ParkedPanel</name>
    <message>
        <source>Parked sales</source>
        <translation>Geparkte Verkäufe</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>amount of a parked sale, and its lines and age</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Go on with %1, %2</source>
        <comment>a parked sale and what is known of it</comment>
        <translation>%1 fortsetzen, %2</translation>
    </message>
    <message>
        <source>Discard %1</source>
        <comment>a parked sale</comment>
        <translation>%1 verwerfen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
</context>
<context>
    <name>ParkedScreen</name>
    <message>
        <source>%1 · %2</source>
        <comment>a parked sale, and its lines and age</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>PARKED SALES</source>
        <translation>GEPARKTE VERKÄUFE</translation>
    </message>
    <message>
        <source>No sale is parked.</source>
        <translation>Kein Verkauf ist geparkt.</translation>
    </message>
    <message>
        <source>Choose 1-9</source>
        <translation>1-9 wählen</translation>
    </message>
    <message>
        <source>del</source>
        <translation>lö</translation>
    </message>
    <message>
        <source>Discard the marked sale</source>
        <translation>Markierten Verkauf verwerfen</translation>
    </message>
    <message>
        <source>+</source>
        <translation>+</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Press the number of the sale to go on with it. The arrows move the mark.</source>
        <translation>Drücken Sie die Nummer des Verkaufs, um ihn fortzusetzen. Die Pfeile bewegen die Markierung.</translation>
    </message>
</context>
<context>
    <name>PasswordCard</name>
    <message>
        <source>Present password</source>
        <translation>Jetziges Passwort</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Neues Passwort</translation>
    </message>
    <message>
        <source>The new password again</source>
        <translation>Das neue Passwort noch einmal</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>Passwort ändern</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>At least %1 characters. A few words that do not belong together are easy to keep. Everywhere else you are signed out when it changes.</source>
        <translation>Mindestens %1 Zeichen. Ein paar Wörter, die nicht zusammengehören, merkt man sich leicht. Mit der Änderung sind Sie überall sonst abgemeldet.</translation>
    </message>
    <message>
        <source>The new password counts.</source>
        <translation>Das neue Passwort gilt.</translation>
    </message>
    <message>
        <source>Everywhere else you sign in with it again.</source>
        <translation>Überall sonst melden Sie sich damit neu an.</translation>
    </message>
</context>
<context>
    <name>PasswordCodeForm</name>
    <message>
        <source>Mail address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Mail me a code</source>
        <translation>Code zuschicken</translation>
    </message>
    <message>
        <source>Code of the mail</source>
        <translation>Code aus der E-Mail</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Neues Passwort</translation>
    </message>
    <message>
        <source>Set password</source>
        <translation>Passwort setzen</translation>
    </message>
    <message>
        <source>For who was invited, or lost their password. This needs the network.</source>
        <translation>Für alle, die eingeladen wurden oder ihr Passwort vergessen haben. Das braucht das Netz.</translation>
    </message>
</context>
<context>
    <name>PasswordCodePresenter</name>
    <message>
        <source>Type them and try again.</source>
        <translation>Geben Sie beides ein und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The mail address is needed.</source>
        <translation>Die E-Mail-Adresse fehlt.</translation>
    </message>
    <message>
        <source>Mail address, code and new password are all needed.</source>
        <translation>E-Mail-Adresse, Code und neues Passwort werden gebraucht.</translation>
    </message>
    <message>
        <source>If somebody has this address, a code is on its way to it.</source>
        <translation>Falls jemand diese Adresse hat, ist ein Code dorthin unterwegs.</translation>
    </message>
    <message>
        <source>It is good for an hour. Look also where your mail program puts what it does not trust.</source>
        <translation>Er gilt eine Stunde. Sehen Sie auch dort nach, wohin Ihr E-Mail-Programm legt, was es für Spam hält.</translation>
    </message>
</context>
<context>
    <name>PasswordPresenter</name>
    <message>
        <source>Type the password that you sign in with now.</source>
        <translation>Geben Sie das Passwort ein, mit dem Sie sich jetzt anmelden.</translation>
    </message>
    <message>
        <source>This is not the same. Type it again.</source>
        <translation>Das ist nicht dasselbe. Geben Sie es noch einmal ein.</translation>
    </message>
    <message>
        <source>This is not your password. Type it again.</source>
        <translation>Das ist nicht Ihr Passwort. Geben Sie es noch einmal ein.</translation>
    </message>
</context>
<context>
    <name>PasswordScreen</name>
    <message>
        <source>The new password counts</source>
        <translation>Das neue Passwort gilt</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>Jetziges Passwort</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Neues Passwort</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Noch einmal dasselbe</translation>
    </message>
    <message>
        <source>PASSWORD</source>
        <translation>PASSWORT</translation>
    </message>
    <message>
        <source>At least %1 characters. Everywhere else you are signed out when it changes.</source>
        <translation>Mindestens %1 Zeichen. Mit der Änderung sind Sie überall sonst abgemeldet.</translation>
    </message>
    <message>
        <source>Type the password that you have now, then the new one twice. Nothing of it is shown.</source>
        <translation>Geben Sie das jetzige Passwort ein, dann zweimal das neue. Nichts davon wird gezeigt.</translation>
    </message>
    <message>
        <source>Type it here; a scan is not taken.</source>
        <translation>Tippen Sie es ein; ein Scan wird nicht angenommen.</translation>
    </message>
    <message>
        <source>Sign in at the platform first</source>
        <translation>Melden Sie sich zuerst an der Plattform an</translation>
    </message>
</context>
<context>
    <name>PayBackPanel</name>
    <message>
        <source>Nothing is recorded yet. Somebody who may types their PIN if you may not pay this back.</source>
        <translation>Noch ist nichts festgehalten. Dürfen Sie dies nicht auszahlen, tippt jemand die PIN, der es darf.</translation>
    </message>
    <message>
        <source>Esc</source>
        <comment>the key</comment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Enter</source>
        <comment>the key</comment>
        <translation>Enter</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>name of an amount and the amount</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>Payment</name>
    <message>
        <source>Type the amount again.</source>
        <translation>Tippen Sie den Betrag neu.</translation>
    </message>
    <message>
        <source>%1 is still to be paid.</source>
        <translation>%1 ist noch zu zahlen.</translation>
    </message>
    <message>
        <source>Take the rest in cash or in another way.</source>
        <translation>Nehmen Sie den Rest bar oder auf andere Weise.</translation>
    </message>
    <message>
        <source>The payment has to be in %1.</source>
        <translation>Die Zahlung muss in %1 sein.</translation>
    </message>
    <message>
        <source>A payment has to be more than zero.</source>
        <translation>Eine Zahlung muss mehr als null sein.</translation>
    </message>
    <message>
        <source>The cart is empty.</source>
        <translation>Der Warenkorb ist leer.</translation>
    </message>
    <message>
        <source>Add an article first.</source>
        <translation>Fügen Sie zuerst einen Artikel hinzu.</translation>
    </message>
    <message>
        <source>Nothing remains to be paid in cash.</source>
        <translation>Es bleibt nichts bar zu zahlen.</translation>
    </message>
    <message>
        <source>The payments add up to more than Crema can hold.</source>
        <translation>Die Zahlungen ergeben mehr, als Crema fassen kann.</translation>
    </message>
    <message>
        <source>Only cash gives change: %1 is to be paid.</source>
        <translation>Nur auf Bargeld gibt es Rückgeld: %1 ist zu zahlen.</translation>
    </message>
    <message>
        <source>%1 in cash for %2 cannot be right.</source>
        <translation>%1 bar für %2 kann nicht stimmen.</translation>
    </message>
    <message>
        <source>%1 in cash for %2 gives %3 back.</source>
        <comment>amounts</comment>
        <translation>%1 bar für %2 ergibt %3 Rückgeld.</translation>
    </message>
    <message>
        <source>Check the amount, and say that it is right if it is.</source>
        <translation>Prüfen Sie den Betrag und bestätigen Sie ihn, wenn er stimmt.</translation>
    </message>
    <message>
        <source>A sale on account needs a customer.</source>
        <translation>Ein Verkauf auf Rechnung braucht einen Kunden.</translation>
    </message>
    <message>
        <source>Name the customer, or take the amount otherwise.</source>
        <translation>Nennen Sie den Kunden, oder nehmen Sie den Betrag auf andere Weise.</translation>
    </message>
    <message>
        <source>A tip is between nothing and %1, which is paid.</source>
        <translation>Ein Trinkgeld liegt zwischen nichts und %1, die bezahlt werden.</translation>
    </message>
    <message>
        <source>Type the tip again.</source>
        <translation>Tippen Sie das Trinkgeld noch einmal.</translation>
    </message>
    <message>
        <source>Nobody knows which gift card pays.</source>
        <translation>Niemand weiß, welche Gutscheinkarte zahlt.</translation>
    </message>
    <message>
        <source>Scan the card, or take the amount in another way.</source>
        <translation>Scannen Sie die Karte, oder nehmen Sie den Betrag anders.</translation>
    </message>
    <message>
        <source>Store credit needs a customer.</source>
        <translation>Für ein Guthaben braucht es eine Kundin oder einen Kunden.</translation>
    </message>
</context>
<context>
    <name>PaymentPanel</name>
    <message>
        <source>Amount due</source>
        <translation>Zu zahlen</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Zahlung</translation>
    </message>
    <message>
        <source>Cash received</source>
        <translation>Erhaltenes Bargeld</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>passend</translation>
    </message>
    <message>
        <source>Customer hands over %1</source>
        <translation>Der Kunde gibt %1</translation>
    </message>
    <message>
        <source>Esc</source>
        <comment>the key</comment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Amount by card</source>
        <translation>Kartenbetrag</translation>
    </message>
    <message>
        <source>Amount on account</source>
        <translation>Rechnungsbetrag</translation>
    </message>
    <message>
        <source>Pay %1: %2</source>
        <comment>way of paying, amount</comment>
        <translation>%1: %2 zahlen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>name of an amount and the amount</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>With the tip %1</source>
        <translation>Mit Trinkgeld %1</translation>
    </message>
</context>
<context>
    <name>PeopleList</name>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>No PIN: signs in with mail and password</source>
        <translation>Keine PIN: meldet sich mit E-Mail und Passwort an</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>People</source>
        <translation>Team</translation>
    </message>
</context>
<context>
    <name>PeopleScreen</name>
    <message>
        <source>Only people who manage people may do this. Ask a manager.</source>
        <translation>Das dürfen nur Personen, die das Team verwalten. Bitten Sie die Leitung.</translation>
    </message>
    <message>
        <source>PEOPLE</source>
        <translation>TEAM</translation>
    </message>
    <message>
        <source>Choose 1-9</source>
        <translation>Wählen Sie 1-9</translation>
    </message>
    <message>
        <source>add</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Person anlegen</translation>
    </message>
    <message>
        <source>+</source>
        <translation>+</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Here is who works here. Press the number of a line to change the person, or add one.</source>
        <translation>Hier steht, wer hier arbeitet. Drücken Sie die Nummer einer Zeile, um die Person zu ändern, oder legen Sie eine an.</translation>
    </message>
    <message>
        <source>log</source>
        <translation>log</translation>
    </message>
    <message>
        <source>roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>Änderungsprotokoll</translation>
    </message>
</context>
<context>
    <name>PersonDetailPanel</name>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>The PIN counts here from now on, and on the other tills after they have synced.</source>
        <translation>Die PIN gilt hier ab jetzt, an den anderen Kassen nach deren Abgleich.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>To sign in with a password; may stay empty</source>
        <translation>Zur Anmeldung mit Passwort; darf leer bleiben</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Works at</source>
        <translation>Arbeitet in</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>Neue PIN</translation>
    </message>
    <message>
        <source>Set PIN</source>
        <translation>PIN setzen</translation>
    </message>
    <message>
        <source>Take PIN away</source>
        <translation>PIN entfernen</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Let in again</source>
        <translation>Wieder zulassen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Choose a person</source>
        <translation>Person wählen</translation>
    </message>
    <message>
        <source>Their role, the places where they work and their PIN stand here.</source>
        <translation>Hier stehen ihre Rolle, die Orte, an denen sie arbeitet, und ihre PIN.</translation>
    </message>
    <message>
        <source>This person is not known here</source>
        <translation>Diese Person ist hier nicht bekannt</translation>
    </message>
    <message>
        <source>They may work at another place now.</source>
        <translation>Vielleicht arbeitet sie jetzt an einem anderen Ort.</translation>
    </message>
    <message>
        <source>Back to all people</source>
        <translation>Zurück zum ganzen Team</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Neue Person</translation>
    </message>
    <message>
        <source>A PIN is set. Nobody can read it; a new one takes its place.</source>
        <translation>Eine PIN ist gesetzt. Niemand kann sie lesen; eine neue ersetzt sie.</translation>
    </message>
    <message>
        <source>4 to 8 digits, to switch at a till, without a network too.</source>
        <translation>4 bis 8 Ziffern, zum Wechseln an der Kasse, auch ohne Netz.</translation>
    </message>
    <message>
        <source>Everywhere, also at places that come</source>
        <translation>Überall, auch an künftigen Orten</translation>
    </message>
    <message>
        <source>Ask somebody who may do as much to change it.</source>
        <translation>Bitten Sie jemanden, der ebenso viel darf, es zu ändern.</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>Einladen</translation>
    </message>
    <message>
        <source>An invitation is on its way.</source>
        <translation>Eine Einladung ist unterwegs.</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>It says how long the code in it is good.</source>
        <translation>Darin steht, wie lange der Code gilt.</translation>
    </message>
    <message>
        <source>Where signed in</source>
        <translation>Wo angemeldet</translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation>Löschen …</translation>
    </message>
    <message>
        <source>Erase the person</source>
        <translation>Die Person löschen</translation>
    </message>
</context>
<context>
    <name>PersonListPanel</name>
    <message>
        <source>People</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Name, e-mail or role</source>
        <translation>Name, E-Mail oder Rolle</translation>
    </message>
    <message>
        <source>Search people</source>
        <translation>Im Team suchen</translation>
    </message>
    <message>
        <source>People are kept by those who may</source>
        <translation>Das Team verwaltet, wer es darf</translation>
    </message>
    <message>
        <source>Ask a manager or an administrator to add or change somebody.</source>
        <translation>Bitten Sie die Leitung oder Administration, jemanden anzulegen oder zu ändern.</translation>
    </message>
    <message>
        <source>Nobody fits “%1”</source>
        <translation>Niemand passt zu „%1“</translation>
    </message>
    <message>
        <source>Search for a part of the name, the e-mail address or the role.</source>
        <translation>Suchen Sie nach einem Teil des Namens, der E-Mail-Adresse oder der Rolle.</translation>
    </message>
    <message>
        <source>Show everybody</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Who works here could not be read</source>
        <translation>Wer hier arbeitet, konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>Änderungsprotokoll</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
</context>
<context>
    <name>PersonListPresenter</name>
    <message>
        <source>Add a person</source>
        <translation>Person anlegen</translation>
    </message>
    <message>
        <source>Search people</source>
        <translation>Im Team suchen</translation>
    </message>
    <message>
        <source>Save the person</source>
        <translation>Person sichern</translation>
    </message>
    <message>
        <source>Drop what was typed about the person</source>
        <translation>Eingaben zur Person verwerfen</translation>
    </message>
    <message>
        <source>Keep the person from signing in</source>
        <translation>Person sperren</translation>
    </message>
    <message>
        <source>Let the person sign in again</source>
        <translation>Person wieder zulassen</translation>
    </message>
    <message>
        <source>Back to all people</source>
        <translation>Zurück zum ganzen Team</translation>
    </message>
    <message>
        <source>everywhere</source>
        <comment>where somebody works</comment>
        <translation>überall</translation>
    </message>
    <message numerus="yes">
        <source>%n places</source>
        <translation>
            <numerusform>%n Ort</numerusform>
            <numerusform>%n Orte</numerusform>
        </translation>
    </message>
    <message>
        <source>another place</source>
        <translation>ein anderer Ort</translation>
    </message>
    <message>
        <source>set</source>
        <comment>a PIN</comment>
        <translation>gesetzt</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Gesperrt</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n Person</numerusform>
            <numerusform>%n Personen</numerusform>
        </translation>
    </message>
    <message>
        <source>Only people who manage people may do this.</source>
        <translation>Das dürfen nur Personen, die das Team verwalten.</translation>
    </message>
    <message>
        <source>Nobody is open.</source>
        <translation>Es ist niemand geöffnet.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>This person may not sign in.</source>
        <translation>Diese Person darf sich nicht anmelden.</translation>
    </message>
    <message>
        <source>This person may sign in.</source>
        <translation>Diese Person darf sich anmelden.</translation>
    </message>
    <message>
        <source>Mark at least one place.</source>
        <translation>Markieren Sie mindestens einen Ort.</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <comment>a person</comment>
        <translation>%1 geändert</translation>
    </message>
    <message>
        <source>%1 may sign in again</source>
        <translation>%1 darf sich wieder anmelden</translation>
    </message>
    <message>
        <source>%1 is disabled</source>
        <translation>%1 ist gesperrt</translation>
    </message>
    <message>
        <source>Invite the person by mail</source>
        <translation>Die Person per E-Mail einladen</translation>
    </message>
    <message>
        <source>This person may not sign in, or has no mail address.</source>
        <translation>Diese Person darf sich nicht anmelden oder hat keine E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>Show the audit trail</source>
        <translation>Änderungsprotokoll zeigen</translation>
    </message>
    <message>
        <source>Show what was done to the person</source>
        <translation>Zeigen, was an der Person geändert wurde</translation>
    </message>
    <message>
        <source>Show the roles</source>
        <translation>Rollen zeigen</translation>
    </message>
    <message>
        <source>Gives nothing here until this device knows it.</source>
        <translation>Gibt hier nichts, bis dieses Gerät sie kennt.</translation>
    </message>
    <message>
        <source>Show where the person is signed in</source>
        <translation>Zeigen, wo die Person angemeldet ist</translation>
    </message>
    <message>
        <source>The platform cannot be reached now.</source>
        <translation>Die Plattform ist gerade nicht erreichbar.</translation>
    </message>
    <message>
        <source>Erase the person</source>
        <translation>Die Person löschen</translation>
    </message>
    <message>
        <source>Erased person</source>
        <translation>Gelöschte Person</translation>
    </message>
    <message>
        <source>Erased</source>
        <comment>a person</comment>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>This person may still sign in. Disable them first.</source>
        <translation>Diese Person darf sich noch anmelden. Sperren Sie sie zuerst.</translation>
    </message>
    <message>
        <source>Erase %1?</source>
        <comment>a person</comment>
        <translation>%1 löschen?</translation>
    </message>
    <message>
        <source>Name, e-mail, password, PIN and badge go, here and on every other device, with what the audit trail says about them.</source>
        <translation>Name, E-Mail, Passwort, PIN und Ausweis gehen, hier und auf jedem anderen Gerät, mit dem, was das Änderungsprotokoll über die Person sagt.</translation>
    </message>
    <message>
        <source>What they sold and did stays, without their name. Nobody can take it back.</source>
        <translation>Was sie verkauft und getan hat, bleibt ohne ihren Namen. Niemand kann das zurücknehmen.</translation>
    </message>
    <message>
        <source>They asked for it</source>
        <translation>Auf Wunsch</translation>
    </message>
    <message>
        <source>It is not needed any more</source>
        <translation>Nicht mehr nötig</translation>
    </message>
</context>
<context>
    <name>PersonScreen</name>
    <message>
        <source>The PIN counts from now on</source>
        <translation>Die PIN gilt ab jetzt</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gesichert</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>überall</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Works at</source>
        <translation>Arbeitet in</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>set</source>
        <translation>gesetzt</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Let in again</source>
        <translation>Wieder zulassen</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>New PIN, 0 for none</source>
        <translation>Neue PIN, 0 für keine</translation>
    </message>
    <message>
        <source>Which role?</source>
        <translation>Welche Rolle?</translation>
    </message>
    <message>
        <source>Works where?</source>
        <translation>Arbeitet wo?</translation>
    </message>
    <message>
        <source>Choose 1-9</source>
        <translation>Wählen Sie 1-9</translation>
    </message>
    <message>
        <source>PERSON</source>
        <translation>PERSON</translation>
    </message>
    <message>
        <source>NEW PERSON</source>
        <translation>NEUE PERSON</translation>
    </message>
    <message>
        <source>This person is not known here any more.</source>
        <translation>Diese Person ist hier nicht mehr bekannt.</translation>
    </message>
    <message>
        <source>save</source>
        <translation>sichern</translation>
    </message>
    <message>
        <source>Save the person</source>
        <translation>Person sichern</translation>
    </message>
    <message>
        <source>+</source>
        <translation>+</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>An invitation is on its way to %1</source>
        <translation>Eine Einladung ist unterwegs an %1</translation>
    </message>
    <message>
        <source>mail</source>
        <translation>Mail</translation>
    </message>
    <message>
        <source>Invite the person by mail</source>
        <translation>Die Person per E-Mail einladen</translation>
    </message>
    <message>
        <source>log</source>
        <translation>log</translation>
    </message>
    <message>
        <source>Show what was done to the person</source>
        <translation>Zeigen, was an der Person geändert wurde</translation>
    </message>
    <message>
        <source>Where signed in</source>
        <translation>Wo angemeldet</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>Ausweis</translation>
    </message>
    <message>
        <source>made</source>
        <comment>a badge</comment>
        <translation>erstellt</translation>
    </message>
    <message>
        <source>Make a new badge</source>
        <translation>Neuen Ausweis erstellen</translation>
    </message>
    <message>
        <source>Take the badge away</source>
        <translation>Ausweis entziehen</translation>
    </message>
    <message>
        <source>Press the number of what you want to change. F4 saves it; PIN and badge count at once.</source>
        <translation>Drücken Sie die Nummer dessen, was Sie ändern wollen. F4 sichert es; PIN und Ausweis gelten sofort.</translation>
    </message>
    <message>
        <source>Erased</source>
        <comment>a person</comment>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>ERASE PERSON</source>
        <translation>PERSON LÖSCHEN</translation>
    </message>
    <message>
        <source>Keep the person</source>
        <translation>Die Person behalten</translation>
    </message>
    <message>
        <source>Press the number of the reason. F3 keeps the person.</source>
        <translation>Drücken Sie die Nummer des Grundes. F3 behält die Person.</translation>
    </message>
    <message>
        <source>Press 2 to erase the person for good.</source>
        <translation>Drücken Sie 2, um die Person endgültig zu löschen.</translation>
    </message>
</context>
<context>
    <name>PersonTableModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Works at</source>
        <translation>Arbeitet in</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (Sie)</translation>
    </message>
    <message>
        <source>may sign in</source>
        <comment>a person</comment>
        <translation>darf sich anmelden</translation>
    </message>
</context>
<context>
    <name>PersonWords</name>
    <message>
        <source>Administrator</source>
        <translation>Administration</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>Barista</source>
        <translation>Barista</translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation>Lager</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Büro</translation>
    </message>
    <message>
        <source>May do everything, settings too.</source>
        <translation>Darf alles, auch Einstellungen.</translation>
    </message>
    <message>
        <source>Runs a shop: catalog, prices, people, devices, what needs a look.</source>
        <translation>Führt einen Laden: Katalog, Preise, Team, Geräte und was angesehen werden muss.</translation>
    </message>
    <message>
        <source>Sells, opens and closes shifts, keeps customers.</source>
        <translation>Verkauft, öffnet und schließt Schichten, pflegt Kunden.</translation>
    </message>
    <message>
        <source>Looks up and changes stock.</source>
        <translation>Sieht Bestände nach und ändert sie.</translation>
    </message>
    <message>
        <source>Keeps catalog, prices and customers; sells nothing.</source>
        <translation>Pflegt Katalog, Preise und Kunden; verkauft nicht.</translation>
    </message>
    <message>
        <source>See the catalog</source>
        <translation>Katalog ansehen</translation>
    </message>
    <message>
        <source>Change the catalog</source>
        <translation>Katalog ändern</translation>
    </message>
    <message>
        <source>Change prices</source>
        <translation>Preise ändern</translation>
    </message>
    <message>
        <source>See customers</source>
        <translation>Kunden ansehen</translation>
    </message>
    <message>
        <source>Change customers</source>
        <translation>Kunden ändern</translation>
    </message>
    <message>
        <source>See sales</source>
        <translation>Verkäufe ansehen</translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>Verkaufen</translation>
    </message>
    <message>
        <source>Open and close shifts</source>
        <translation>Schichten öffnen und schließen</translation>
    </message>
    <message>
        <source>See stock</source>
        <translation>Bestand ansehen</translation>
    </message>
    <message>
        <source>Change stock</source>
        <translation>Bestand ändern</translation>
    </message>
    <message>
        <source>Manage people</source>
        <translation>Team verwalten</translation>
    </message>
    <message>
        <source>Manage devices</source>
        <translation>Geräte verwalten</translation>
    </message>
    <message>
        <source>Change settings</source>
        <translation>Einstellungen ändern</translation>
    </message>
    <message>
        <source>Decide what needs attention</source>
        <translation>Entscheiden, was Aufmerksamkeit braucht</translation>
    </message>
    <message>
        <source>A role that is not known here</source>
        <translation>Eine hier nicht bekannte Rolle</translation>
    </message>
    <message>
        <source>May do nothing alone.</source>
        <translation>Darf allein nichts.</translation>
    </message>
    <message>
        <source>Denied</source>
        <translation>Nicht erlaubt</translation>
    </message>
    <message>
        <source>With a colleague&apos;s PIN</source>
        <translation>Mit PIN eines Kollegen</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>Erlaubt</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>a share</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>See what products cost us</source>
        <translation>Sehen, was Produkte uns kosten</translation>
    </message>
    <message>
        <source>Take back and pay back</source>
        <translation>Zurücknehmen und erstatten</translation>
    </message>
    <message>
        <source>Take back without a receipt</source>
        <translation>Ohne Beleg zurücknehmen</translation>
    </message>
    <message>
        <source>Close shifts with a large difference</source>
        <translation>Schichten mit großer Differenz schließen</translation>
    </message>
    <message>
        <source>Pay cash out of the drawer</source>
        <translation>Bargeld aus der Lade auszahlen</translation>
    </message>
    <message>
        <source>Open the drawer without a sale</source>
        <translation>Die Lade ohne Verkauf öffnen</translation>
    </message>
    <message>
        <source>Adjust and block gift cards</source>
        <translation>Gutscheinkarten anpassen und sperren</translation>
    </message>
    <message>
        <source>Practise at the till</source>
        <translation>An der Kasse üben</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Clear the PIN</source>
        <translation>PIN leeren</translation>
    </message>
    <message>
        <source>Erase the last digit</source>
        <translation>Letzte Ziffer löschen</translation>
    </message>
</context>
<context>
    <name>PlatformProgram</name>
    <message>
        <source>crema-platform --help shows every option.</source>
        <translation>crema-platform --help zeigt alle Optionen.</translation>
    </message>
    <message>
        <source>crema-platform does not know %1.</source>
        <translation>crema-platform kennt %1 nicht.</translation>
    </message>
    <message>
        <source>The option %1 needs a value.</source>
        <translation>Die Option %1 braucht einen Wert.</translation>
    </message>
    <message>
        <source>--demo-data needs a whole number from 0 to 1,000,000.</source>
        <translation>--demo-data braucht eine ganze Zahl von 0 bis 1.000.000.</translation>
    </message>
    <message>
        <source>--embedded and --database exclude each other.</source>
        <translation>--embedded und --database schließen einander aus.</translation>
    </message>
    <message>
        <source>No database is named: use --embedded with --data, or --database.</source>
        <translation>Es ist keine Datenbank genannt: Verwenden Sie --embedded mit --data, oder --database.</translation>
    </message>
    <message>
        <source>Say what crema-platform should do.</source>
        <translation>Sagen Sie, was crema-platform tun soll.</translation>
    </message>
    <message>
        <source>The database, the services and the door work.
</source>
        <translation>Datenbank, Dienste und Zugang funktionieren.
</translation>
    </message>
    <message>
        <source>CREMA_RATE_LIMIT is off or not set.</source>
        <translation>CREMA_RATE_LIMIT ist off oder nicht gesetzt.</translation>
    </message>
    <message>
        <source>There is no platform in %1.</source>
        <translation>In %1 liegt keine Plattform.</translation>
    </message>
    <message>
        <source>Check --data; serve --create and company create make one.</source>
        <translation>Prüfen Sie --data; serve --create und company create legen eine an.</translation>
    </message>
    <message>
        <source>For example: crema-platform certificate create --host shop.local --host 192.168.1.5 --certificate shop.pem --key shop.key</source>
        <translation>Zum Beispiel: crema-platform certificate create --host shop.local --host 192.168.1.5 --certificate shop.pem --key shop.key</translation>
    </message>
    <message>
        <source>names    %1
from     %2
to       %3
pin      %4
</source>
        <translation>Namen    %1
von      %2
bis      %3
Pin      %4
</translation>
    </message>
    <message>
        <source>certificate create needs --host, --certificate and --key.</source>
        <translation>certificate create braucht --host, --certificate und --key.</translation>
    </message>
    <message>
        <source>--days needs a whole number from 1 to %1.</source>
        <translation>--days braucht eine ganze Zahl von 1 bis %1.</translation>
    </message>
    <message>
        <source>Devices are given the address with the pin behind it:
https://%1:8443#%2
</source>
        <translation>Geräte bekommen die Adresse mit dem Pin dahinter:
https://%1:8443#%2
</translation>
    </message>
    <message>
        <source>Say certificate create, or certificate show --certificate FILE.</source>
        <translation>Sagen Sie certificate create, oder certificate show --certificate DATEI.</translation>
    </message>
    <message>
        <source>TLS needs two files: --tls-certificate and --tls-key.</source>
        <translation>TLS braucht zwei Dateien: --tls-certificate und --tls-key.</translation>
    </message>
    <message>
        <source>--database has a password in it, and everybody on this machine can read the arguments of a program.</source>
        <translation>--database enthält ein Passwort, und die Argumente eines Programms kann jeder auf diesem Rechner lesen.</translation>
    </message>
    <message>
        <source>Put the whole address into the environment variable DATABASE_URL and leave --database out, or leave only the password out and put it into PGPASSWORD.</source>
        <translation>Schreiben Sie die ganze Adresse in die Umgebungsvariable DATABASE_URL und lassen Sie --database weg, oder lassen Sie nur das Passwort weg und schreiben Sie es in PGPASSWORD.</translation>
    </message>
    <message>
        <source>Nothing says where the key lies that encrypts the keys in the database.</source>
        <translation>Nirgends steht, wo der Schlüssel liegt, der die Schlüssel in der Datenbank verschlüsselt.</translation>
    </message>
    <message>
        <source>Set CREMA_SECRETS_KEY_FILE to a file of the platform&apos;s account; it is made at the first start. Every platform of a database needs the same.</source>
        <translation>Setzen Sie CREMA_SECRETS_KEY_FILE auf eine Datei des Kontos der Plattform; sie entsteht beim ersten Start. Jede Plattform einer Datenbank braucht dieselbe.</translation>
    </message>
    <message>
        <source>Examples:
  crema-platform serve --embedded --data ~/crema --listen 127.0.0.1:8080 --demo
  crema-platform serve --database postgresql://crema@db.example/crema
  crema-platform serve --embedded --data ~/crema --create
  crema-platform company create --data ~/crema --name Larkmoor --shop Harbour \
      --country IE --owner Mina --email a@b.example --password-file pw.txt
  crema-platform user create --data ~/crema --email a@b.example \
      --role admin --password-file pw.txt
  crema-platform enroll-code --data ~/crema --location main
  crema-platform backup --data ~/crema --to crema.backup

serve          answer on --listen A:P (default 127.0.0.1:8080); prints
               &apos;ready http://A:P&apos; when it does; ends with SIGTERM
  --embedded     with a private PostgreSQL in --data DIR
  --database URL with a PostgreSQL of yours (or DATABASE_URL); a password is
                 taken from DATABASE_URL or PGPASSWORD only
  --create       make it where there is none yet, as --demo does
  --demo         fill an empty database with a demo shop
  --demo-data N  and N more products
  --tls-certificate F --tls-key F  speak https with the certificate in these
                 PEM files, also as CREMA_TLS_CERTIFICATE and CREMA_TLS_KEY
  CREMA_TRUSTED_PROXIES=127.0.0.1,10.0.0.0/8  whose X-Forwarded-For counts
  CREMA_METRICS_FROM=10.0.0.7  who may read /metrics; else private networks
  SMTP_URL=smtp://USER:PASSWORD@HOST:587  the server that mail goes to; else
                 it is put into DIR/mail. MAIL_FROM=a@b.example  who it is from
  CREMA_SECRETS_KEY_FILE=F  the keys in the database are encrypted by the key in
                 this file, made at the first start, and no backup has it; else
                 DIR/secrets.key, or secrets.key in $CREDENTIALS_DIRECTORY
  PAYMENT_PROVIDER=stripe|simulated|none  who takes card payments; else stripe
                 with STRIPE_SECRET_KEY, and the simulated one with --demo.
                 STRIPE_WEBHOOK_SECRET, CREMA_PUBLIC_URL: see docs/payments.md
  VALKEY_URL=redis://USER:PASSWORD@HOST:6379/0  where several platforms on one
                 database count limits together; also unix:///PATH, REDIS_URL
  CREMA_RATE_LIMIT=off  no client has to wait for having asked too much
company create the first step of an empty database: --name N --shop S
               --country C --owner N --email E --password-file F [--pin-file F]
               [--currency C] [--time-zone Z] [--tax P] [--reduced-tax P]
user create    make a person: --email E --role R [--password-file F]
user set-password, set-role, disable, enable  change one: --email E
user list      everybody: address, role, id, name. --json: for programs
user remove-totp  for who lost their authenticator: --email E
session list   who is signed in, where and until when: [--email E]
session end    sign out: ID, or everything of a person with --email E
enroll-code    print a one-time code for a new device: --location L [--user E]
device list    every device: register, id, since when, whether it is let in
device revoke  shut a lost one out: REGISTER or ID
device readmit print a one-time code that lets it in again: REGISTER or ID
reader set     the card reader beside a register: REGISTER READER, or REGISTER -
               for none. reader list: each register and its reader
review list    what waits for a person here: sales that need a look, and what
               could not be read. show ID: all of it. close ID|CODE: looked at
backup         write everything into one file: --to FILE
restore        put it into an empty database again: --from FILE, with the key
               file of the platform that wrote it: [--secrets-key-file FILE],
               or with --new-keys where it is lost, as keys replace does
feed renew     after the database was put back by other means: devices compare
               and send again what it has lost
audit verify   whether anybody changed the audit trail; --seal N:HASH as noted
               from the log tells also what was cut off before, and so does
               --expect-at-least N with the entries that the log told
audit seal     sign it now instead of within the hour; prints what to note
keys list      the keys that sign access tokens, and what each does now
keys rotate    a new one; it signs in five minutes. --now after a key became
               known: the old ones end at once
keys rotate-secrets  a new secrets.key, while no platform runs
keys replace   when secrets.key is lost: new keys in place of what it had
               encrypted; says who sets up their authenticator anew
  these take --data DIR or --database URL and work while the platform runs
certificate create  for a shop without a name of its own: --host H [--host H…]
               --certificate F --key F [--days N]; prints its pin
certificate show    what is in one: --certificate F
--self-test    start everything once in a folder of its own, and end
--version      print the version
</source>
        <translation>Beispiele:
  crema-platform serve --embedded --data ~/crema --listen 127.0.0.1:8080 --demo
  crema-platform serve --database postgresql://crema@db.example/crema
  crema-platform serve --embedded --data ~/crema --create
  crema-platform company create --data ~/crema --name Larkmoor --shop Harbour \
      --country IE --owner Mina --email a@b.example --password-file pw.txt
  crema-platform user create --data ~/crema --email a@b.example \
      --role admin --password-file pw.txt
  crema-platform enroll-code --data ~/crema --location main
  crema-platform backup --data ~/crema --to crema.backup

serve          antwortet auf --listen A:P (sonst 127.0.0.1:8080); gibt dann
               &apos;ready http://A:P&apos; aus; endet mit SIGTERM
  --embedded     mit einem eigenen PostgreSQL in --data DIR
  --database URL mit einem PostgreSQL von Ihnen (oder DATABASE_URL); ein
                 Passwort steht nur in DATABASE_URL oder PGPASSWORD
  --create       dort eine anlegen, wo noch keine ist, so wie --demo
  --demo         füllt eine leere Datenbank mit einem Beispielladen
  --demo-data N  und N weiteren Produkten
  --tls-certificate F --tls-key F  spricht https mit dem Zertifikat in diesen
                 PEM-Dateien, auch als CREMA_TLS_CERTIFICATE und CREMA_TLS_KEY
  CREMA_TRUSTED_PROXIES=127.0.0.1,10.0.0.0/8  wessen X-Forwarded-For zählt
  CREMA_METRICS_FROM=10.0.0.7  wer /metrics lesen darf; sonst private Netze
  SMTP_URL=smtp://USER:PASSWORT@HOST:587  der Server, an den E-Mails gehen; sonst
                 liegen sie in DIR/mail. MAIL_FROM=a@b.example  von wem sie sind
  CREMA_SECRETS_KEY_FILE=F  die Schlüssel in der Datenbank sind mit dem in dieser
                 Datei verschlüsselt; sie entsteht beim ersten Start, und in
                 keiner Sicherung steht er. Sonst DIR/secrets.key, oder
                 secrets.key in $CREDENTIALS_DIRECTORY
  PAYMENT_PROVIDER=stripe|simulated|none  wer Kartenzahlungen annimmt; sonst
                 Stripe mit STRIPE_SECRET_KEY, und mit --demo der simulierte.
                 STRIPE_WEBHOOK_SECRET, CREMA_PUBLIC_URL: docs/payments.md
  VALKEY_URL=redis://USER:PASSWORT@HOST:6379/0  wo mehrere Plattformen einer
                 Datenbank gemeinsam zählen; auch unix:///PFAD, REDIS_URL
  CREMA_RATE_LIMIT=off  niemand wartet, weil er zu viel gefragt hat
company create der erste Schritt einer leeren Datenbank: --name N --shop S
               --country C --owner N --email E --password-file F [--pin-file F]
               [--currency C] [--time-zone Z] [--tax P] [--reduced-tax P]
user create    eine Person anlegen: --email E --role R [--password-file F]
user set-password, set-role, disable, enable  eine Person ändern: --email E
user list      alle: Adresse, Rolle, Id, Name. --json: für Programme
user remove-totp  wenn ein Authenticator verloren ist: --email E
session list   wer angemeldet ist, wo und bis wann: [--email E]
session end    abmelden: ID, oder alles einer Person mit --email E
enroll-code    gibt einen Einmalcode für ein neues Gerät aus:
               --location L [--user E]
device list    alle Geräte: Kasse, Kennung, seit wann, ob es zugelassen ist
device revoke  sperrt ein verlorenes: KASSE oder KENNUNG
device readmit gibt einen Einmalcode aus, der es wieder zulässt: KASSE oder KENNUNG
reader set     der Kartenleser neben einer Kasse: KASSE LESER, oder KASSE -
               für keinen. reader list: jede Kasse und ihr Leser
review list    was hier auf jemanden wartet: Verkäufe, die man ansehen sollte, und
               was nicht zu lesen war. show KENNUNG: alles davon.
               close KENNUNG|CODE: angesehen
backup         schreibt alles in eine Datei: --to FILE
restore        bringt es wieder in eine leere Datenbank: --from FILE, mit der
               Schlüsseldatei der Plattform, die es schrieb:
               [--secrets-key-file FILE], oder mit --new-keys, wo sie verloren
               ist, so wie keys replace
feed renew     nachdem die Datenbank anders zurückgesetzt wurde: Geräte vergleichen
               und senden noch einmal, was sie verloren hat
audit verify   ob jemand das Änderungsprotokoll geändert hat; --seal N:PRÜFSUMME
               aus dem Protokoll zeigt auch, was davor abgeschnitten wurde, ebenso
               --expect-at-least N mit den Einträgen, die dort stehen
audit seal     unterschreibt es jetzt statt binnen einer Stunde; gibt aus, was zu
               merken ist
keys list      die Schlüssel der Zugriffsmarken und was jeder gerade tut
keys rotate    ein neuer; er unterschreibt in fünf Minuten. --now, wenn ein Schlüssel
               bekannt wurde: die alten enden sofort
keys rotate-secrets  ein neuer secrets.key, während keine Plattform läuft
keys replace   wenn secrets.key verloren ist: neue Schlüssel statt derer, die damit
               verschlüsselt waren; sagt, wer den Authenticator neu einrichtet
  diese nehmen --data DIR oder --database URL und gehen, während die
  Plattform läuft
certificate create  für einen Laden ohne eigenen Namen: --host H [--host H…]
               --certificate F --key F [--days N]; nennt dessen Pin
certificate show    was in einem steht: --certificate F
--self-test    startet alles einmal in einem eigenen Ordner und endet
--version      zeigt die Version
</translation>
    </message>
</context>
<context>
    <name>Price</name>
    <message>
        <source>The price times the quantity is more than Crema can hold.</source>
        <translation>Preis mal Menge ist mehr, als Crema fassen kann.</translation>
    </message>
    <message>
        <source>Lower the quantity or the price.</source>
        <translation>Verringern Sie die Menge oder den Preis.</translation>
    </message>
</context>
<context>
    <name>PriceCheckPanel</name>
    <message>
        <source>On hand: %1</source>
        <translation>Bestand: %1</translation>
    </message>
    <message>
        <source>SKU %1</source>
        <translation>Artikelnummer %1</translation>
    </message>
    <message>
        <source>Check a price</source>
        <translation>Preis prüfen</translation>
    </message>
    <message>
        <source>Scan it, or type its code or a part of its name</source>
        <translation>Scannen Sie, oder tippen Sie den Code oder einen Teil des Namens</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a product and its option</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a product and its price</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>PrintPresenter</name>
    <message>
        <source>The printer did not say whether it printed %1.</source>
        <translation>Der Drucker hat nicht gemeldet, ob er %1 gedruckt hat.</translation>
    </message>
    <message>
        <source>Look at the paper. If it is not there, print it again.</source>
        <translation>Sehen Sie auf das Papier. Ist er nicht da, drucken Sie ihn noch einmal.</translation>
    </message>
    <message>
        <source>Printing %1…</source>
        <translation>%1 wird gedruckt…</translation>
    </message>
    <message>
        <source>%1 is not printed: it could not be kept for the printer.</source>
        <translation>%1 ist nicht gedruckt: Der Beleg konnte für den Drucker nicht aufbewahrt werden.</translation>
    </message>
    <message>
        <source>the practice receipt</source>
        <translation>der Übungsbeleg</translation>
    </message>
</context>
<context>
    <name>PrintStrip</name>
    <message>
        <source>The receipt is printed.</source>
        <translation>Der Beleg ist gedruckt.</translation>
    </message>
    <message>
        <source>Print a copy</source>
        <translation>Kopie drucken</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Do not print</source>
        <translation>Nicht drucken</translation>
    </message>
    <message>
        <source>Print it again</source>
        <translation>Noch einmal drucken</translation>
    </message>
    <message>
        <source>It is there</source>
        <translation>Er ist da</translation>
    </message>
    <message>
        <source>The receipt is not printed.</source>
        <translation>Der Beleg ist nicht gedruckt.</translation>
    </message>
    <message>
        <source>Print it</source>
        <translation>Drucken</translation>
    </message>
</context>
<context>
    <name>PrinterCard</name>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Characters in a line</source>
        <translation>Zeichen je Zeile</translation>
    </message>
    <message>
        <source>Receipt printer</source>
        <translation>Belegdrucker</translation>
    </message>
    <message>
        <source>Each receipt is printed on this printer. The address is a host in the network, a device file such as /dev/usb/lp0, or cups:NAME for a print queue. Without an address nothing is printed.</source>
        <translation>Jeder Beleg wird auf diesem Drucker gedruckt. Die Adresse ist ein Rechner im Netz, eine Gerätedatei wie /dev/usb/lp0 oder cups:NAME für eine Druckwarteschlange. Ohne Adresse wird nichts gedruckt.</translation>
    </message>
    <message>
        <source>as its kind has</source>
        <translation>wie die Art</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Print a test page</source>
        <translation>Testseite drucken</translation>
    </message>
</context>
<context>
    <name>PrinterPresenter</name>
    <message>
        <source>No printer is set on this computer.</source>
        <translation>Auf diesem Computer ist kein Drucker eingestellt.</translation>
    </message>
    <message>
        <source>Set one first: crema device printer set ADDRESS.</source>
        <translation>Stellen Sie zuerst einen ein: crema device printer set ADRESSE.</translation>
    </message>
    <message>
        <source>Nothing is printed on this computer.</source>
        <translation>Auf diesem Computer wird nichts gedruckt.</translation>
    </message>
    <message>
        <source>Saved. Each receipt is printed here from now on.</source>
        <translation>Gespeichert. Ab jetzt wird hier jeder Beleg gedruckt.</translation>
    </message>
    <message>
        <source>Printing the test page…</source>
        <translation>Die Testseite wird gedruckt…</translation>
    </message>
    <message>
        <source>The test page is printed.</source>
        <translation>Die Testseite ist gedruckt.</translation>
    </message>
</context>
<context>
    <name>PrinterScreen</name>
    <message>
        <source>PRINTER</source>
        <translation>DRUCKER</translation>
    </message>
    <message>
        <source>No printer is set.</source>
        <translation>Kein Drucker ist eingestellt.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>tst</source>
        <translation>tst</translation>
    </message>
    <message>
        <source>Print a test page</source>
        <translation>Testseite drucken</translation>
    </message>
    <message>
        <source>try</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>Print what waits now</source>
        <translation>Wartendes jetzt drucken</translation>
    </message>
    <message>
        <source>skp</source>
        <translation>weg</translation>
    </message>
    <message>
        <source>Do not print what waits</source>
        <translation>Wartendes nicht drucken</translation>
    </message>
    <message>
        <source>Type where the printer is and press Enter: a host, /dev/usb/lp0 or cups:NAME. Before it the number of its kind, as in: 3 192.168.1.50. A dash alone means no printer. Enter alone goes back.</source>
        <translation>Tippen Sie, wo der Drucker ist, und drücken Sie Enter: ein Rechner, /dev/usb/lp0 oder cups:NAME. Davor die Nummer der Art, etwa: 3 192.168.1.50. Ein Strich allein heißt kein Drucker. Enter allein geht zurück.</translation>
    </message>
    <message>
        <source>Print it again</source>
        <translation>Noch einmal drucken</translation>
    </message>
    <message>
        <source>It is there</source>
        <translation>Er ist da</translation>
    </message>
</context>
<context>
    <name>PrinterTestPage</name>
    <message>
        <source>Test page</source>
        <translation>Testseite</translation>
    </message>
    <message>
        <source>Characters in a line</source>
        <translation>Zeichen je Zeile</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Drucker</translation>
    </message>
    <message>
        <source>If the edges are straight and every line can be read, the printer is set right.</source>
        <translation>Sind die Ränder gerade und alle Zeilen lesbar, ist der Drucker richtig eingestellt.</translation>
    </message>
</context>
<context>
    <name>PrivateCluster</name>
    <message>
        <source>PostgreSQL does not run as root, and this system allows no other account for it.</source>
        <translation>PostgreSQL läuft nicht als root, und dieses System erlaubt kein anderes Konto dafür.</translation>
    </message>
    <message>
        <source>Start the platform as an ordinary user.</source>
        <translation>Starten Sie die Plattform als gewöhnlicher Benutzer.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made or written.</source>
        <translation>Der Ordner %1 lässt sich nicht anlegen oder beschreiben.</translation>
    </message>
    <message>
        <source>Choose another data folder with --data, or mend its rights.</source>
        <translation>Wählen Sie mit --data einen anderen Datenordner, oder berichtigen Sie seine Rechte.</translation>
    </message>
    <message>
        <source>The data folder %1 is in use by process %2.</source>
        <translation>Der Datenordner %1 wird von Prozess %2 benutzt.</translation>
    </message>
    <message>
        <source>Stop that platform first, or choose another folder with --data.</source>
        <translation>Beenden Sie zuerst diese Plattform, oder wählen Sie mit --data einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The programs of the PostgreSQL server are not there.</source>
        <translation>Die Programme des PostgreSQL-Servers sind nicht da.</translation>
    </message>
    <message>
        <source>Install the package %1.</source>
        <translation>Installieren Sie das Paket %1.</translation>
    </message>
    <message>
        <source>The program %1 did not do its work: %2</source>
        <translation>Das Programm %1 hat seine Arbeit nicht getan: %2</translation>
    </message>
    <message>
        <source>Check free space and rights of the data folder.</source>
        <translation>Prüfen Sie freien Platz und Rechte des Datenordners.</translation>
    </message>
    <message>
        <source>The settings in %1 cannot be written.</source>
        <translation>Die Einstellungen in %1 lassen sich nicht schreiben.</translation>
    </message>
    <message>
        <source>The database in %1 did not become ready.</source>
        <translation>Die Datenbank in %1 wurde nicht bereit.</translation>
    </message>
    <message>
        <source>Its log lies in the folder log beside it.</source>
        <translation>Ihr Protokoll liegt daneben im Ordner log.</translation>
    </message>
    <message>
        <source>The database in %1 does not stop.</source>
        <translation>Die Datenbank in %1 hält nicht an.</translation>
    </message>
    <message>
        <source>Look at its log before you start it again.</source>
        <translation>Sehen Sie in ihr Protokoll, bevor Sie sie wieder starten.</translation>
    </message>
    <message>
        <source>The new database in %1 cannot be put in its place.</source>
        <translation>Die neue Datenbank in %1 lässt sich nicht an ihren Platz bringen.</translation>
    </message>
    <message>
        <source>The PostgreSQL server cannot be started: %1</source>
        <translation>Der PostgreSQL-Server lässt sich nicht starten: %1</translation>
    </message>
    <message>
        <source>Check that its programs may be run.</source>
        <translation>Prüfen Sie, ob seine Programme ausgeführt werden dürfen.</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>The request could not be carried out</source>
        <translation>Die Anfrage konnte nicht ausgeführt werden</translation>
    </message>
    <message>
        <source>The request cannot be accepted as it is</source>
        <translation>Die Anfrage kann so nicht angenommen werden</translation>
    </message>
    <message>
        <source>There is nothing here</source>
        <translation>Hier ist nichts</translation>
    </message>
    <message>
        <source>Sign-in is needed</source>
        <translation>Eine Anmeldung ist nötig</translation>
    </message>
    <message>
        <source>Permission is missing</source>
        <translation>Ein Recht fehlt</translation>
    </message>
    <message>
        <source>The state has changed meanwhile</source>
        <translation>Der Stand hat sich inzwischen geändert</translation>
    </message>
    <message>
        <source>The platform is busy</source>
        <translation>Die Plattform ist ausgelastet</translation>
    </message>
    <message>
        <source>A device did not work</source>
        <translation>Ein Gerät hat nicht funktioniert</translation>
    </message>
</context>
<context>
    <name>ProductDetail</name>
    <message>
        <source>%1, %2 %</source>
        <translation>%1, %2 %</translation>
    </message>
    <message numerus="yes">
        <source>%n variant(s)</source>
        <translation>
            <numerusform>%n Variante</numerusform>
            <numerusform>%n Varianten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProductListScreen</name>
    <message>
        <source>LIST %1</source>
        <translation>LISTE %1</translation>
    </message>
    <message>
        <source>LIST</source>
        <translation>LISTE</translation>
    </message>
    <message>
        <source>1-9 or type</source>
        <translation>1-9 oder tippen</translation>
    </message>
    <message>
        <source>Name or code</source>
        <translation>Name oder Code</translation>
    </message>
    <message>
        <source>The list is being read.</source>
        <translation>Die Liste wird gelesen.</translation>
    </message>
    <message>
        <source>+</source>
        <translation>+</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Type to filter: words, category:beans, no:price. Enter ends the typing; then a digit opens a line.</source>
        <translation>Tippen, um zu filtern: Wörter, category:beans, no:price. Enter beendet das Tippen; dann öffnet eine Ziffer eine Zeile.</translation>
    </message>
</context>
<context>
    <name>ProductLookup</name>
    <message>
        <source>Nothing has “%1” in its name or code.</source>
        <translation>Nichts hat „%1“ im Namen oder Code.</translation>
    </message>
    <message>
        <source>Try a part of the word, or scan the code.</source>
        <translation>Versuchen Sie einen Teil des Wortes, oder scannen Sie den Code.</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>kein Preis</translation>
    </message>
    <message>
        <source>%1: %2, %3 on hand</source>
        <translation>%1: %2, Bestand %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a variant and its price</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ProductPanel</name>
    <message>
        <source>Variants</source>
        <translation>Varianten</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Angaben</translation>
    </message>
    <message>
        <source>Catalog</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>Marke</translation>
    </message>
    <message>
        <source>Tax class</source>
        <translation>Steuerklasse</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archiviert</translation>
    </message>
</context>
<context>
    <name>ProductScreen</name>
    <message>
        <source>PRODUCT</source>
        <translation>PRODUKT</translation>
    </message>
    <message>
        <source>Scan or type</source>
        <translation>Scannen oder tippen</translation>
    </message>
    <message>
        <source>Several products have these words. Go back to choose one.</source>
        <translation>Mehrere Produkte haben diese Wörter. Gehen Sie zurück, um eines zu wählen.</translation>
    </message>
    <message>
        <source>+</source>
        <translation>+</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Everything about one product. Scan the next one, or go back.</source>
        <translation>Alles zu einem Produkt. Scannen Sie das nächste, oder gehen Sie zurück.</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Shift</source>
        <translation>Umschalt</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Rück</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
</context>
<context>
    <name>QrCodeView</name>
    <message>
        <source>QR code for the authenticator</source>
        <translation>QR-Code für den Authenticator</translation>
    </message>
    <message>
        <source>It holds the secret that stands beside it.</source>
        <translation>Er enthält das Geheimnis, das daneben steht.</translation>
    </message>
</context>
<context>
    <name>QueueEntryScreen</name>
    <message>
        <source>WAITS</source>
        <translation>WARTET</translation>
    </message>
    <message>
        <source>This is one change that the platform does not have yet. Enter goes back.</source>
        <translation>Dies ist eine Änderung, die die Plattform noch nicht hat. Enter führt zurück.</translation>
    </message>
</context>
<context>
    <name>QueueListModel</name>
    <message>
        <source>%1, %2 entries</source>
        <translation>%1, %2 Einträge</translation>
    </message>
</context>
<context>
    <name>QueueWords</name>
    <message>
        <source>Price of %1 and more changed</source>
        <translation>Preis und mehr von %1 geändert</translation>
    </message>
    <message>
        <source>Price of %1 changed</source>
        <translation>Preis von %1 geändert</translation>
    </message>
    <message>
        <source>Name of %1 and more changed</source>
        <translation>Name und mehr von %1 geändert</translation>
    </message>
    <message>
        <source>Name of %1 changed</source>
        <translation>Name von %1 geändert</translation>
    </message>
    <message>
        <source>Barcodes of %1 changed</source>
        <translation>Barcodes von %1 geändert</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <comment>a product or customer</comment>
        <translation>%1 geändert</translation>
    </message>
    <message>
        <source>the price</source>
        <translation>den Preis</translation>
    </message>
    <message>
        <source>the name</source>
        <translation>den Namen</translation>
    </message>
    <message>
        <source>an item without a name</source>
        <translation>Artikel ohne Namen</translation>
    </message>
    <message>
        <source>Somebody else changed this in the meantime.</source>
        <translation>Jemand anderes hat dies inzwischen geändert.</translation>
    </message>
    <message>
        <source>Somebody else changed %1 in the meantime.</source>
        <translation>Jemand anderes hat %1 inzwischen geändert.</translation>
    </message>
    <message>
        <source>Open it and set what should stand.</source>
        <translation>Öffnen Sie es und legen Sie fest, was gelten soll.</translation>
    </message>
    <message>
        <source>Sale %1</source>
        <translation>Verkauf %1</translation>
    </message>
    <message>
        <source>Shift opened</source>
        <translation>Schicht geöffnet</translation>
    </message>
    <message>
        <source>Shift closed</source>
        <translation>Schicht geschlossen</translation>
    </message>
    <message>
        <source>Stock of %1 changed</source>
        <translation>Bestand von %1 geändert</translation>
    </message>
    <message>
        <source>New product %1</source>
        <translation>Neues Produkt %1</translation>
    </message>
    <message>
        <source>New variant %1</source>
        <translation>Neue Variante %1</translation>
    </message>
    <message>
        <source>New customer %1</source>
        <translation>Neuer Kunde %1</translation>
    </message>
    <message>
        <source>A change of a newer version of Crema</source>
        <translation>Eine Änderung aus einer neueren Version von Crema</translation>
    </message>
    <message>
        <source>It waits for another change that has to be taken first.</source>
        <translation>Dies wartet auf eine andere Änderung, die zuerst angenommen werden muss.</translation>
    </message>
    <message>
        <source>The platform could not read this. It keeps it whole, nothing is lost.</source>
        <translation>Die Plattform konnte dies nicht lesen. Sie bewahrt es vollständig auf, nichts ist verloren.</translation>
    </message>
    <message>
        <source>Export the queue and give the file to your support.</source>
        <translation>Exportieren Sie die Warteschlange und geben Sie die Datei Ihrer Betreuung.</translation>
    </message>
    <message>
        <source>A decision about what needed attention</source>
        <translation>Eine Entscheidung über etwas, das zu prüfen war</translation>
    </message>
    <message>
        <source>Role of %1 and more changed</source>
        <translation>Rolle von %1 und mehr geändert</translation>
    </message>
    <message>
        <source>Role of %1 changed</source>
        <translation>Rolle von %1 geändert</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <comment>a person</comment>
        <translation>%1 geändert</translation>
    </message>
    <message>
        <source>the role</source>
        <translation>die Rolle</translation>
    </message>
    <message>
        <source>New person %1</source>
        <translation>Neue Person %1</translation>
    </message>
    <message>
        <source>PIN of %1 changed</source>
        <translation>PIN von %1 geändert</translation>
    </message>
    <message>
        <source>Settings of all locations changed</source>
        <translation>Einstellungen aller Standorte geändert</translation>
    </message>
    <message>
        <source>Settings of %1 changed</source>
        <comment>a location</comment>
        <translation>Einstellungen von %1 geändert</translation>
    </message>
    <message>
        <source>Setting “%1” changed</source>
        <translation>Einstellung „%1“ geändert</translation>
    </message>
    <message>
        <source>Setting “%1” changed for %2</source>
        <translation>Einstellung „%1“ für %2 geändert</translation>
    </message>
    <message>
        <source>A customer erased</source>
        <translation>Ein Kunde gelöscht</translation>
    </message>
    <message>
        <source>New role %1</source>
        <translation>Neue Rolle %1</translation>
    </message>
    <message>
        <source>Role %1 changed</source>
        <translation>Rolle %1 geändert</translation>
    </message>
    <message>
        <source>Badge of %1 changed</source>
        <translation>Ausweis von %1 geändert</translation>
    </message>
    <message>
        <source>A person erased</source>
        <translation>Eine Person gelöscht</translation>
    </message>
    <message>
        <source>Cash moved</source>
        <translation>Bargeld bewegt</translation>
    </message>
    <message>
        <source>New gift card</source>
        <translation>Neue Gutscheinkarte</translation>
    </message>
    <message>
        <source>A gift card changed</source>
        <translation>Eine Gutscheinkarte geändert</translation>
    </message>
    <message>
        <source>What is on a gift card adjusted</source>
        <translation>Guthaben einer Gutscheinkarte angepasst</translation>
    </message>
    <message>
        <source>A sale parked</source>
        <translation>Ein Verkauf geparkt</translation>
    </message>
    <message>
        <source>A parked sale taken</source>
        <translation>Ein geparkter Verkauf fortgesetzt</translation>
    </message>
    <message>
        <source>A parked sale discarded</source>
        <translation>Ein geparkter Verkauf verworfen</translation>
    </message>
    <message>
        <source>New promotion %1</source>
        <translation>Neue Aktion %1</translation>
    </message>
    <message>
        <source>Promotion %1 changed</source>
        <translation>Aktion %1 geändert</translation>
    </message>
    <message>
        <source>New price list %1</source>
        <translation>Neue Preisliste %1</translation>
    </message>
    <message>
        <source>Price list %1 changed</source>
        <translation>Preisliste %1 geändert</translation>
    </message>
</context>
<context>
    <name>Quote</name>
    <message>
        <source>The cart adds up to more than Crema can hold.</source>
        <translation>Der Warenkorb ergibt mehr, als Crema fassen kann.</translation>
    </message>
    <message>
        <source>Lower a quantity or a price.</source>
        <translation>Verringern Sie eine Menge oder einen Preis.</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Go to %1</source>
        <translation>Zu %1 gehen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>action and its key</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Abgleich</translation>
    </message>
    <message numerus="yes">
        <source>Sync, %n need attention</source>
        <translation>
            <numerusform>Abgleich, %n braucht Aufmerksamkeit</numerusform>
            <numerusform>Abgleich, %n brauchen Aufmerksamkeit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadmissionRow</name>
    <message>
        <source>One-time code</source>
        <translation>Einmalcode</translation>
    </message>
    <message>
        <source>Let in again</source>
        <translation>Wieder zulassen</translation>
    </message>
</context>
<context>
    <name>ReadmissionScreen</name>
    <message>
        <source>SHUT OUT</source>
        <translation>GESPERRT</translation>
    </message>
    <message>
        <source>It is being tried.</source>
        <translation>Es wird versucht.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Type the code that a manager gives you. It looks like K7QP-3M2X.</source>
        <translation>Geben Sie den Code ein, den Ihnen eine Leitung gibt. Er sieht aus wie K7QP-3M2X.</translation>
    </message>
</context>
<context>
    <name>ReadyChecks</name>
    <message>
        <source>The check could not be carried out.</source>
        <translation>Die Prüfung konnte nicht ausgeführt werden.</translation>
    </message>
    <message>
        <source>Look in the platform&apos;s log for the cause.</source>
        <translation>Die Ursache steht im Protokoll der Plattform.</translation>
    </message>
</context>
<context>
    <name>ReceiptScreen</name>
    <message>
        <source>RECEIPT %1</source>
        <translation>BELEG %1</translation>
    </message>
    <message>
        <source>+</source>
        <translation>+</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>This is the receipt of the last sale. Enter goes back.</source>
        <translation>Dies ist der Beleg des letzten Verkaufs. Die Eingabetaste führt zurück.</translation>
    </message>
</context>
<context>
    <name>Receipts</name>
    <message>
        <source>Nobody asked about this operation.</source>
        <translation>Nach diesem Vorgang hat niemand gefragt.</translation>
    </message>
</context>
<context>
    <name>Rest</name>
    <message>
        <source>Something else than the platform answered (HTTP status %1).</source>
        <translation>Etwas anderes als die Plattform hat geantwortet (HTTP-Status %1).</translation>
    </message>
    <message>
        <source>Sign in to the network this machine is on, or check the platform&apos;s address.</source>
        <translation>Melden Sie sich am Netz dieses Rechners an, oder prüfen Sie die Adresse der Plattform.</translation>
    </message>
    <message>
        <source>The platform cannot answer now (HTTP status %1).</source>
        <translation>Die Plattform kann gerade nicht antworten (HTTP-Status %1).</translation>
    </message>
    <message>
        <source>Work goes on; it is sent as soon as the platform answers.</source>
        <translation>Die Arbeit geht weiter; gesendet wird, sobald die Plattform antwortet.</translation>
    </message>
    <message>
        <source>The answer of the platform could not be read.</source>
        <translation>Die Antwort der Plattform war nicht lesbar.</translation>
    </message>
    <message>
        <source>Check the platform&apos;s address, and that both programs are up to date.</source>
        <translation>Prüfen Sie die Adresse der Plattform und ob beide Programme auf dem neuesten Stand sind.</translation>
    </message>
    <message>
        <source>The answer does not fit what was asked, so nothing of it was kept.</source>
        <translation>Die Antwort passt nicht zu dem, was gefragt wurde; nichts davon wurde übernommen.</translation>
    </message>
    <message>
        <source>It is asked again; if it stays so, check the platform&apos;s address.</source>
        <translation>Es wird noch einmal gefragt; bleibt es so, prüfen Sie die Adresse der Plattform.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The network brought an old answer of the platform.</source>
        <translation>Das Netz hat eine alte Antwort der Plattform gebracht.</translation>
    </message>
    <message>
        <source>Work goes on; the question is asked again by itself.</source>
        <translation>Die Arbeit geht weiter; die Frage wird von selbst noch einmal gestellt.</translation>
    </message>
    <message>
        <source>The answer of the platform was lost on the way.</source>
        <translation>Die Antwort der Plattform ging unterwegs verloren.</translation>
    </message>
    <message>
        <source>Nobody is signed in at the platform from here.</source>
        <translation>Von hier ist niemand an der Plattform angemeldet.</translation>
    </message>
    <message>
        <source>Sign in with mail address and password.</source>
        <translation>Melden Sie sich mit E-Mail-Adresse und Passwort an.</translation>
    </message>
</context>
<context>
    <name>RestoreForm</name>
    <message>
        <source>File of the backup</source>
        <translation>Datei der Sicherung</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>Choose the backup</source>
        <translation>Sicherung wählen</translation>
    </message>
</context>
<context>
    <name>ReturnDialog</name>
    <message>
        <source>Pay back</source>
        <translation>Auszahlen</translation>
    </message>
</context>
<context>
    <name>ReturnDonePanel</name>
    <message>
        <source>Show the return</source>
        <translation>Rücknahme zeigen</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>Noch einmal drucken</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Hand out in cash</source>
        <translation>Bar auszahlen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>name of an amount and the amount</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>ReturnLineRow</name>
    <message>
        <source>Back into stock</source>
        <translation>Zurück in den Bestand</translation>
    </message>
    <message>
        <source>Fee, if any</source>
        <translation>Gebühr, falls nötig</translation>
    </message>
    <message>
        <source>%1 of %2 left</source>
        <comment>two quantities</comment>
        <translation>%1 von %2 übrig</translation>
    </message>
    <message>
        <source>%1 came back before</source>
        <translation>%1 bereits zurückgegeben</translation>
    </message>
    <message>
        <source>How many grams of %1 come back</source>
        <translation>Wie viel Gramm von %1 zurückkommen</translation>
    </message>
    <message>
        <source>How many of %1 come back</source>
        <translation>Wie viele von %1 zurückkommen</translation>
    </message>
    <message>
        <source>In grams</source>
        <translation>In Gramm</translation>
    </message>
    <message>
        <source>Fewer of %1</source>
        <translation>Weniger von %1</translation>
    </message>
    <message>
        <source>More of %1</source>
        <translation>Mehr von %1</translation>
    </message>
    <message>
        <source>Why %1 comes back</source>
        <translation>Warum %1 zurückkommt</translation>
    </message>
    <message>
        <source>%1 goes back into stock</source>
        <translation>%1 geht zurück in den Bestand</translation>
    </message>
    <message>
        <source>Kept as a fee for %1</source>
        <translation>Als Gebühr für %1 einbehalten</translation>
    </message>
</context>
<context>
    <name>ReturnLineScreen</name>
    <message>
        <source>COMES BACK</source>
        <translation>RÜCKNAHME</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>digit and entry</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Übrig</translation>
    </message>
    <message>
        <source>Came back before</source>
        <translation>Schon zurück</translation>
    </message>
    <message>
        <source>How many grams come back? Enter takes all, 0 none.</source>
        <translation>Wie viel Gramm kommen zurück? Enter nimmt alles, 0 nichts.</translation>
    </message>
    <message>
        <source>How many come back? Enter takes all, 0 none.</source>
        <translation>Wie viele kommen zurück? Enter nimmt alle, 0 keine.</translation>
    </message>
    <message>
        <source>Why does it come back?</source>
        <translation>Warum kommt es zurück?</translation>
    </message>
    <message>
        <source>Can it be sold again?</source>
        <translation>Ist es wieder verkäuflich?</translation>
    </message>
    <message>
        <source>Back into stock</source>
        <translation>In den Bestand</translation>
    </message>
    <message>
        <source>Not into stock</source>
        <translation>Nicht in den Bestand</translation>
    </message>
    <message>
        <source>Is a fee kept? Enter: none. Digits count from the right: 150 is 1.50.</source>
        <translation>Wird eine Gebühr einbehalten? Enter: keine. Ziffern zählen von rechts: 150 ist 1,50.</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>1-5 or Enter</source>
        <translation>1-5 oder Enter</translation>
    </message>
    <message>
        <source>1-2, Enter is 1</source>
        <translation>1-2, Enter ist 1</translation>
    </message>
    <message>
        <source>1-2, Enter is 2</source>
        <translation>1-2, Enter ist 2</translation>
    </message>
    <message>
        <source>Fee or Enter</source>
        <translation>Gebühr/Enter</translation>
    </message>
    <message>
        <source>Answer with digits and Enter. F3 goes back to the question before.</source>
        <translation>Antworten Sie mit Ziffern und Enter. F3 geht zur vorigen Frage zurück.</translation>
    </message>
    <message>
        <source>Type digits only</source>
        <translation>Nur Ziffern eingeben</translation>
    </message>
    <message>
        <source>Only %1 are left of it</source>
        <translation>Davon sind nur %1 übrig</translation>
    </message>
    <message>
        <source>There is no reason %1</source>
        <translation>Einen Grund %1 gibt es nicht</translation>
    </message>
    <message>
        <source>Press 1 or 2</source>
        <translation>Drücken Sie 1 oder 2</translation>
    </message>
    <message>
        <source>Nobody keeps so much</source>
        <translation>So viel behält niemand ein</translation>
    </message>
    <message>
        <source>Answer first, then scan</source>
        <translation>Erst antworten, dann scannen</translation>
    </message>
</context>
<context>
    <name>ReturnPanel</name>
    <message>
        <source>What comes back</source>
        <translation>Was zurückkommt</translation>
    </message>
    <message>
        <source>Paid back</source>
        <translation>Auszahlung</translation>
    </message>
    <message>
        <source>How it is paid back</source>
        <translation>Wie ausgezahlt wird</translation>
    </message>
    <message>
        <source>Everything left</source>
        <translation>Alles Übrige</translation>
    </message>
    <message>
        <source>Take everything back that is left</source>
        <translation>Alles zurücknehmen, was übrig ist</translation>
    </message>
    <message>
        <source>Return of %1</source>
        <translation>Rücknahme von %1</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>Verkauf</translation>
    </message>
    <message>
        <source>Back to the sale</source>
        <translation>Zurück zum Verkauf</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Noch nichts</translation>
    </message>
    <message>
        <source>Pay back</source>
        <translation>Auszahlen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>what happened, and what to do about it</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Umtauschen</translation>
    </message>
    <message>
        <source>Exchange: sell something else for it</source>
        <translation>Umtauschen: etwas anderes dafür verkaufen</translation>
    </message>
</context>
<context>
    <name>ReturnPresenter</name>
    <message>
        <source>%1 · %2</source>
        <comment>options of an item, and its SKU</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>kein Grund genannt</translation>
    </message>
    <message>
        <source>No more of this can come back of this sale.</source>
        <translation>Davon kann von diesem Verkauf nichts mehr zurückkommen.</translation>
    </message>
    <message>
        <source>Look for another receipt of it.</source>
        <translation>Suchen Sie einen anderen Bon dafür.</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>Rundung</translation>
    </message>
    <message>
        <source>It is being recorded.</source>
        <translation>Es wird gespeichert.</translation>
    </message>
    <message>
        <source>Sign in first: what is paid back has a name.</source>
        <translation>Melden Sie sich zuerst an: Eine Auszahlung trägt einen Namen.</translation>
    </message>
    <message>
        <source>Open a shift first: what is paid back comes out of its drawer.</source>
        <translation>Öffnen Sie zuerst eine Schicht: Die Auszahlung kommt aus ihrer Kasse.</translation>
    </message>
    <message>
        <source>The sale is being read.</source>
        <translation>Der Verkauf wird gelesen.</translation>
    </message>
    <message>
        <source>Everything of this sale came back.</source>
        <translation>Von diesem Verkauf kam alles zurück.</translation>
    </message>
    <message>
        <source>Choose what comes back.</source>
        <translation>Wählen Sie, was zurückkommt.</translation>
    </message>
    <message>
        <source>The sums are being computed.</source>
        <translation>Die Summen werden berechnet.</translation>
    </message>
    <message>
        <source>Take this back of sale %1? Nothing is paid back.</source>
        <translation>Dies vom Verkauf %1 zurücknehmen? Ausgezahlt wird nichts.</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>Pay back %1 for sale %2?</source>
        <translation>%1 für den Verkauf %2 auszahlen?</translation>
    </message>
    <message>
        <source>Pay back %1</source>
        <translation>%1 auszahlen</translation>
    </message>
    <message>
        <source>Return %1 is saved.</source>
        <translation>Rücknahme %1 ist gespeichert.</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Pay this back the way it was paid, such as at the card terminal.</source>
        <translation>Zahlen Sie dies so zurück, wie bezahlt wurde, etwa am Kartenterminal.</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>Ware</translation>
    </message>
    <message>
        <source>Fee kept</source>
        <translation>Gebühr</translation>
    </message>
    <message>
        <source>As it was paid</source>
        <translation>Wie bezahlt</translation>
    </message>
    <message>
        <source>In cash</source>
        <translation>Bar</translation>
    </message>
    <message>
        <source>To the gift card</source>
        <translation>Auf die Gutscheinkarte</translation>
    </message>
    <message>
        <source>As store credit</source>
        <translation>Als Guthaben</translation>
    </message>
</context>
<context>
    <name>ReturnScreen</name>
    <message>
        <source>%1/%2</source>
        <comment>how much comes back, of how much may</comment>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>RETURN</source>
        <translation>RÜCKNAHME</translation>
    </message>
    <message>
        <source>RETURN %1</source>
        <comment>a receipt number</comment>
        <translation>RÜCKNAHME %1</translation>
    </message>
    <message>
        <source>Line 1-9</source>
        <translation>Zeile 1-9</translation>
    </message>
    <message>
        <source>Hand out</source>
        <translation>Auszahlen</translation>
    </message>
    <message>
        <source>pay</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Pay back</source>
        <translation>Auszahlen</translation>
    </message>
    <message>
        <source>all</source>
        <translation>all</translation>
    </message>
    <message>
        <source>Everything left</source>
        <translation>Alles Übrige</translation>
    </message>
    <message>
        <source>non</source>
        <translation>kei</translation>
    </message>
    <message>
        <source>Take nothing</source>
        <translation>Nichts nehmen</translation>
    </message>
    <message>
        <source>org</source>
        <translation>urs</translation>
    </message>
    <message>
        <source>csh</source>
        <translation>bar</translation>
    </message>
    <message>
        <source>+</source>
        <translation>+</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Enter goes back to the sale.</source>
        <translation>Enter geht zum Verkauf zurück.</translation>
    </message>
    <message>
        <source>All of it came back</source>
        <translation>Davon kam alles zurück</translation>
    </message>
    <message>
        <source>PAY BACK</source>
        <translation>AUSZAHLEN</translation>
    </message>
    <message>
        <source>Press 1 to pay it back, 2 to go on choosing.</source>
        <translation>Drücken Sie 1 zum Auszahlen, 2 um weiter auszuwählen.</translation>
    </message>
    <message>
        <source>Nothing is scanned here now</source>
        <translation>Hier wird jetzt nichts gescannt</translation>
    </message>
    <message>
        <source>crd</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>gft</source>
        <translation>krt</translation>
    </message>
    <message>
        <source>xch</source>
        <translation>tsch</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Umtauschen</translation>
    </message>
    <message>
        <source>Press the number of a line that comes back, or scan the goods. F2 takes everything that is left, F4 pays back. Exchange goes on to the till: what comes back is credit there.</source>
        <translation>Drücken Sie die Nummer einer Zeile, die zurückkommt, oder scannen Sie die Ware. F2 nimmt alles Übrige, F4 zahlt aus. Umtauschen geht weiter zur Kasse: Was zurückkommt, ist dort Guthaben.</translation>
    </message>
</context>
<context>
    <name>RoleDetailPanel</name>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>What it lets somebody do</source>
        <translation>Was sie erlaubt</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Begins with the rights of</source>
        <translation>Beginnt mit den Rechten von</translation>
    </message>
    <message>
        <source>Takes off a sale without asking, in %</source>
        <translation>Nachlass ohne Rückfrage, in %</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>Erlaubt</translation>
    </message>
    <message>
        <source>With a PIN</source>
        <translation>Mit PIN</translation>
    </message>
    <message>
        <source>Denied</source>
        <translation>Nicht erlaubt</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>Stilllegen</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Wieder freigeben</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Choose a role</source>
        <translation>Wählen Sie eine Rolle</translation>
    </message>
    <message>
        <source>What it lets somebody do and who has it stand here.</source>
        <translation>Hier steht, was sie erlaubt und wer sie hat.</translation>
    </message>
    <message>
        <source>This role is not known here</source>
        <translation>Diese Rolle ist hier nicht bekannt</translation>
    </message>
    <message>
        <source>It comes with the next sync, if there is one.</source>
        <translation>Sie kommt mit dem nächsten Abgleich, falls es sie gibt.</translation>
    </message>
    <message>
        <source>Back to all roles</source>
        <translation>Zurück zu allen Rollen</translation>
    </message>
    <message>
        <source>New role</source>
        <translation>Neue Rolle</translation>
    </message>
    <message>
        <source>Nobody has this role.</source>
        <translation>Niemand hat diese Rolle.</translation>
    </message>
    <message>
        <source>Who has it: %1.</source>
        <translation>Wer sie hat: %1.</translation>
    </message>
    <message>
        <source>Ask somebody who may do as much to change it.</source>
        <translation>Bitten Sie jemanden, der ebenso viel darf, sie zu ändern.</translation>
    </message>
    <message>
        <source>Nobody gets this role any more.</source>
        <translation>Diese Rolle bekommt niemand mehr.</translation>
    </message>
    <message>
        <source>Who has it keeps it until they get another one.</source>
        <translation>Wer sie hat, behält sie, bis er eine andere bekommt.</translation>
    </message>
</context>
<context>
    <name>RoleListPanel</name>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Make a role</source>
        <translation>Rolle anlegen</translation>
    </message>
    <message>
        <source>Roles are kept by those who may</source>
        <translation>Rollen pflegt, wer das darf</translation>
    </message>
    <message>
        <source>Ask a manager or an administrator to make or change one.</source>
        <translation>Bitten Sie die Leitung oder eine Administratorin, eine anzulegen oder zu ändern.</translation>
    </message>
    <message>
        <source>The roles could not be read</source>
        <translation>Die Rollen konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>RoleListPresenter</name>
    <message>
        <source>Make a role</source>
        <translation>Rolle anlegen</translation>
    </message>
    <message>
        <source>Save the role</source>
        <translation>Rolle speichern</translation>
    </message>
    <message>
        <source>Drop what was changed about the role</source>
        <translation>Änderungen an der Rolle verwerfen</translation>
    </message>
    <message>
        <source>Retire the role</source>
        <translation>Rolle stilllegen</translation>
    </message>
    <message>
        <source>Bring the role back</source>
        <translation>Rolle wieder freigeben</translation>
    </message>
    <message>
        <source>Back to all roles</source>
        <translation>Zurück zu allen Rollen</translation>
    </message>
    <message>
        <source>Back to the people</source>
        <translation>Zurück zu den Personen</translation>
    </message>
    <message>
        <source>nobody</source>
        <comment>has a role</comment>
        <translation>niemand</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n Person</numerusform>
            <numerusform>%n Personen</numerusform>
        </translation>
    </message>
    <message>
        <source>From %1</source>
        <comment>a role</comment>
        <translation>Aus %1</translation>
    </message>
    <message>
        <source>Retired</source>
        <comment>a role</comment>
        <translation>Stillgelegt</translation>
    </message>
    <message>
        <source>Built in</source>
        <comment>a role</comment>
        <translation>Eingebaut</translation>
    </message>
    <message>
        <source>This role is built in and stays as it is. A role of your own can begin with it.</source>
        <translation>Diese Rolle ist eingebaut und bleibt, wie sie ist. Eine eigene Rolle kann mit ihr beginnen.</translation>
    </message>
    <message>
        <source>Only people who manage people may do this.</source>
        <translation>Das darf nur, wer Personen verwaltet.</translation>
    </message>
    <message>
        <source>No role is open.</source>
        <translation>Es ist keine Rolle geöffnet.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>This role is given to nobody.</source>
        <translation>Diese Rolle wird niemandem gegeben.</translation>
    </message>
    <message>
        <source>This role is not retired.</source>
        <translation>Diese Rolle ist nicht stillgelegt.</translation>
    </message>
    <message>
        <source>Role %1 changed</source>
        <translation>Rolle %1 geändert</translation>
    </message>
    <message>
        <source>Role %1 is retired</source>
        <translation>Rolle %1 ist stillgelegt</translation>
    </message>
    <message>
        <source>Role %1 is back</source>
        <translation>Rolle %1 ist wieder freigegeben</translation>
    </message>
    <message>
        <source>Save or discard what was changed first.</source>
        <translation>Speichern oder verwerfen Sie zuerst, was geändert wurde.</translation>
    </message>
</context>
<context>
    <name>RoleScreen</name>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>yes</source>
        <comment>a right</comment>
        <translation>ja</translation>
    </message>
    <message>
        <source>PIN</source>
        <comment>a right</comment>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Made from</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Off a sale, %</source>
        <translation>Nachlass, %</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>Stilllegen</translation>
    </message>
    <message>
        <source>From which role?</source>
        <translation>Aus welcher Rolle?</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>Prozent</translation>
    </message>
    <message>
        <source>Choose 1-9</source>
        <translation>1-9 wählen</translation>
    </message>
    <message>
        <source>ROLE</source>
        <translation>ROLLE</translation>
    </message>
    <message>
        <source>NEW ROLE</source>
        <translation>NEUE ROLLE</translation>
    </message>
    <message>
        <source>This role is not known here any more.</source>
        <translation>Diese Rolle ist hier nicht mehr bekannt.</translation>
    </message>
    <message>
        <source>save</source>
        <translation>sichern</translation>
    </message>
    <message>
        <source>Save the role</source>
        <translation>Rolle speichern</translation>
    </message>
    <message>
        <source>+</source>
        <translation>+</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Press the number of a line to change it: a right goes on from yes to with a colleague&apos;s PIN to no. F4 saves the role, for everybody who has it.</source>
        <translation>Die Nummer einer Zeile ändert sie: Ein Recht geht von ja über mit PIN eines Kollegen zu nein. F4 speichert die Rolle für alle, die sie haben.</translation>
    </message>
    <message>
        <source>What a role was made from stays as it is.</source>
        <translation>Woraus eine Rolle entstanden ist, bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>You may not do this yourself, so the role cannot either.</source>
        <translation>Sie dürfen das selbst nicht, also kann es auch die Rolle nicht.</translation>
    </message>
</context>
<context>
    <name>RoleTableModel</name>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Who has it</source>
        <translation>Wer sie hat</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>is given</source>
        <comment>a role</comment>
        <translation>wird gegeben</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
</context>
<context>
    <name>RolesPage</name>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
</context>
<context>
    <name>RolesScreen</name>
    <message>
        <source>Only people who manage people may do this. Ask a manager.</source>
        <translation>Das darf nur, wer Personen verwaltet. Fragen Sie die Leitung.</translation>
    </message>
    <message>
        <source>ROLES</source>
        <translation>ROLLEN</translation>
    </message>
    <message>
        <source>Choose 1-9</source>
        <translation>1-9 wählen</translation>
    </message>
    <message>
        <source>add</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>Make a role</source>
        <translation>Rolle anlegen</translation>
    </message>
    <message>
        <source>+</source>
        <translation>+</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Here are the roles that people may have. Press the number of a line to look at the role, or make one.</source>
        <translation>Hier stehen die Rollen, die Personen haben können. Die Nummer einer Zeile öffnet die Rolle; oder legen Sie eine an.</translation>
    </message>
</context>
<context>
    <name>SaleDetailPanel</name>
    <message>
        <source>Items</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Zahlung</translation>
    </message>
    <message>
        <source>Rung up</source>
        <translation>Kassiert</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschehen ist</translation>
    </message>
    <message>
        <source>Receipt, a copy</source>
        <translation>Beleg, eine Kopie</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Copy receipt</source>
        <translation>Beleg kopieren</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Verkäufe</translation>
    </message>
    <message>
        <source>Back to all sales</source>
        <translation>Zurück zu allen Verkäufen</translation>
    </message>
    <message>
        <source>Choose a sale</source>
        <translation>Verkauf wählen</translation>
    </message>
    <message>
        <source>Its items, payments, receipt and state stand here.</source>
        <translation>Hier stehen seine Artikel, Zahlungen, Beleg und Zustand.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>when, place in the list</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>Verkauft von</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Kasse</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>Einzelpreis</translation>
    </message>
    <message>
        <source>VAT</source>
        <translation>MwSt.</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Print a copy</source>
        <translation>Kopie drucken</translation>
    </message>
    <message>
        <source>Return…</source>
        <translation>Rücknahme …</translation>
    </message>
</context>
<context>
    <name>SaleFilterBar</name>
    <message>
        <source>Filter, or type day:today state:queued</source>
        <translation>Filtern, oder day:today state:queued tippen</translation>
    </message>
    <message>
        <source>Filter sales</source>
        <translation>Verkäufe filtern</translation>
    </message>
    <message>
        <source>Add filter</source>
        <translation>Filter hinzufügen</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>From one day to another</source>
        <translation>Von einem Tag bis zu einem anderen</translation>
    </message>
    <message>
        <source>This shift</source>
        <translation>Diese Schicht</translation>
    </message>
</context>
<context>
    <name>SaleListPanel</name>
    <message>
        <source>Sales</source>
        <translation>Verkäufe</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Reading the sales of this shop</source>
        <translation>Die Verkäufe dieses Ladens werden gelesen</translation>
    </message>
    <message>
        <source>The sales could not be read</source>
        <translation>Die Verkäufe konnten nicht gelesen werden</translation>
    </message>
    <message numerus="yes">
        <source>No sale matches %n filters</source>
        <translation>
            <numerusform>Kein Verkauf passt zu %n Filter</numerusform>
            <numerusform>Kein Verkauf passt zu %n Filtern</numerusform>
        </translation>
    </message>
    <message>
        <source>Sales of other days or states are hidden by them.</source>
        <translation>Sie blenden Verkäufe anderer Tage oder Zustände aus.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Find every sale again</source>
        <translation>Jeden Verkauf wiederfinden</translation>
    </message>
    <message>
        <source>Each sale rung up here gets a line with its receipt, payments and state.</source>
        <translation>Jeder hier kassierte Verkauf bekommt eine Zeile mit Beleg, Zahlungen und Zustand.</translation>
    </message>
    <message>
        <source>Go to the till</source>
        <translation>Zur Kasse gehen</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>count of sales, a note</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Sales are seen by those who may</source>
        <translation>Verkäufe sieht, wer es darf</translation>
    </message>
    <message>
        <source>Ask a manager or an administrator for this right.</source>
        <translation>Bitten Sie eine Leitung oder Administration um dieses Recht.</translation>
    </message>
</context>
<context>
    <name>SaleListPresenter</name>
    <message>
        <source>Sale %1</source>
        <translation>Verkauf %1</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>%1 ausgewählt</translation>
    </message>
    <message>
        <source>The newest %1 sales</source>
        <translation>Die neuesten %1 Verkäufe</translation>
    </message>
    <message numerus="yes">
        <source>%n sales</source>
        <translation>
            <numerusform>%n Verkauf</numerusform>
            <numerusform>%n Verkäufe</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a day to see older ones.</source>
        <translation>Wählen Sie einen Tag, um ältere zu sehen.</translation>
    </message>
    <message>
        <source>As of %1</source>
        <comment>a time of day</comment>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>%1 of more than %2</source>
        <translation>%1 von mehr als %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>two dates</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>This shift</source>
        <translation>Diese Schicht</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>“%1” filters nothing. Try day:today, day:7d, state:queued or shift:this.</source>
        <translation>„%1“ filtert nichts. Versuchen Sie day:today, day:7d, state:queued oder shift:this.</translation>
    </message>
    <message>
        <source>No shift is open on this till.</source>
        <translation>An dieser Kasse ist keine Schicht offen.</translation>
    </message>
    <message>
        <source>Filter sales</source>
        <translation>Verkäufe filtern</translation>
    </message>
    <message>
        <source>Show the sales of today</source>
        <translation>Verkäufe von heute zeigen</translation>
    </message>
    <message>
        <source>Show the sales of this shift</source>
        <translation>Verkäufe dieser Schicht zeigen</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Read the sales again</source>
        <translation>Verkäufe neu einlesen</translation>
    </message>
    <message>
        <source>Back to all sales</source>
        <translation>Zurück zu allen Verkäufen</translation>
    </message>
    <message>
        <source>Copy the receipt number</source>
        <translation>Belegnummer kopieren</translation>
    </message>
    <message>
        <source>%1 is in the clipboard.</source>
        <translation>%1 ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Copy the receipt as text</source>
        <translation>Beleg als Text kopieren</translation>
    </message>
    <message>
        <source>The receipt is in the clipboard.</source>
        <translation>Der Beleg ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Copy a link to this sale</source>
        <translation>Link zu diesem Verkauf kopieren</translation>
    </message>
    <message>
        <source>The link is in the clipboard.</source>
        <translation>Der Link ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Open a sale first.</source>
        <translation>Öffnen Sie zuerst einen Verkauf.</translation>
    </message>
    <message>
        <source>No filter is set.</source>
        <translation>Kein Filter ist gesetzt.</translation>
    </message>
    <message>
        <source>The sale is being read.</source>
        <translation>Der Verkauf wird gelesen.</translation>
    </message>
    <message>
        <source>The first %1 sales</source>
        <translation>Die ersten %1 Verkäufe</translation>
    </message>
    <message>
        <source>Choose a day to see the others.</source>
        <translation>Wählen Sie einen Tag, um die übrigen zu sehen.</translation>
    </message>
    <message>
        <source>Previous sale</source>
        <translation>Voriger Verkauf</translation>
    </message>
    <message>
        <source>Next sale</source>
        <translation>Nächster Verkauf</translation>
    </message>
    <message>
        <source>This is the first sale of the list.</source>
        <translation>Das ist der erste Verkauf der Liste.</translation>
    </message>
    <message>
        <source>This is the last sale of the list.</source>
        <translation>Das ist der letzte Verkauf der Liste.</translation>
    </message>
    <message>
        <source>Print a copy of the receipt</source>
        <translation>Kopie des Belegs drucken</translation>
    </message>
    <message>
        <source>A copy of %1 goes to the printer.</source>
        <translation>Eine Kopie von %1 geht an den Drucker.</translation>
    </message>
    <message>
        <source>No printer is set on this computer.</source>
        <translation>Auf diesem Computer ist kein Drucker eingestellt.</translation>
    </message>
    <message>
        <source>Return…</source>
        <translation>Rücknahme …</translation>
    </message>
    <message>
        <source>This is a return: nothing was sold.</source>
        <translation>Dies ist eine Rücknahme: Verkauft wurde nichts.</translation>
    </message>
    <message>
        <source>Everything of this sale came back.</source>
        <translation>Von diesem Verkauf kam alles zurück.</translation>
    </message>
</context>
<context>
    <name>SaleRowDelegate</name>
    <message>
        <source>%1 · %2</source>
        <comment>when, how it was paid</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>receipt number, when</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>SaleScreen</name>
    <message>
        <source>+</source>
        <translation>+</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>old</source>
        <translation>alt</translation>
    </message>
    <message>
        <source>Older sale</source>
        <translation>Älterer Verkauf</translation>
    </message>
    <message>
        <source>This is no receipt number</source>
        <translation>Dies ist keine Belegnummer</translation>
    </message>
    <message>
        <source>ret</source>
        <translation>rck</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Rücknahme</translation>
    </message>
    <message>
        <source>This is one sale with its receipt. F4 takes something of it back, Enter goes back to the list.</source>
        <translation>Dies ist ein Verkauf mit seinem Bon. F4 nimmt etwas davon zurück, Enter geht zur Liste zurück.</translation>
    </message>
</context>
<context>
    <name>SaleTableModel</name>
    <message>
        <source>Sale</source>
        <translation>Verkauf</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>Verkauft von</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Zahlung</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>%1, sorted upwards</source>
        <translation>%1, aufsteigend sortiert</translation>
    </message>
    <message>
        <source>%1, sorted downwards</source>
        <translation>%1, absteigend sortiert</translation>
    </message>
</context>
<context>
    <name>SaleTexts</name>
    <message>
        <source>Cash</source>
        <translation>Bar</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Gift card</source>
        <translation>Gutschein</translation>
    </message>
    <message>
        <source>On account</source>
        <translation>Auf Rechnung</translation>
    </message>
    <message>
        <source>Store credit</source>
        <translation>Guthaben</translation>
    </message>
</context>
<context>
    <name>SalesPage</name>
    <message>
        <source>Orders</source>
        <translation>Aufträge</translation>
    </message>
</context>
<context>
    <name>SalesScreen</name>
    <message>
        <source>No sale was made here yet.</source>
        <translation>Hier gab es noch keinen Verkauf.</translation>
    </message>
    <message>
        <source>No sale matches. Type / and Enter to see all.</source>
        <translation>Kein Verkauf passt. Tippen Sie / und Enter, um alle zu sehen.</translation>
    </message>
    <message>
        <source>Reading the sales</source>
        <translation>Verkäufe werden gelesen</translation>
    </message>
    <message>
        <source>SALES</source>
        <translation>VERKÄUFE</translation>
    </message>
    <message>
        <source>SALES %1</source>
        <comment>a filter</comment>
        <translation>VERKÄUFE %1</translation>
    </message>
    <message>
        <source>Choose or /filter</source>
        <translation>Wahl oder /Filter</translation>
    </message>
    <message>
        <source>/</source>
        <translation>/</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>+</source>
        <translation>+</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Press the number of a sale, or type / and words such as day:today, state:queued or a part of a receipt number. Scan a receipt to open its sale.</source>
        <translation>Drücken Sie die Nummer eines Verkaufs, oder tippen Sie / und Wörter wie day:today, state:queued oder einen Teil einer Belegnummer. Scannen Sie einen Beleg, um seinen Verkauf zu öffnen.</translation>
    </message>
    <message>
        <source>This is no receipt number</source>
        <translation>Dies ist keine Belegnummer</translation>
    </message>
    <message>
        <source>Sales are seen by those who may. Ask a manager or an administrator for this right.</source>
        <translation>Verkäufe sieht, wer es darf. Bitten Sie eine Leitung oder Administration um dieses Recht.</translation>
    </message>
</context>
<context>
    <name>ScanGate</name>
    <message>
        <source>A menu or dialog is open, so the code %1 was not taken.</source>
        <translation>Ein Menü oder Dialog ist offen, der Code %1 wurde nicht angenommen.</translation>
    </message>
    <message>
        <source>Answer or close it, then scan again.</source>
        <translation>Beantworten oder schließen Sie ihn, dann scannen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Only a part of a code came: %1.</source>
        <translation>Nur ein Teil eines Codes kam an: %1.</translation>
    </message>
    <message>
        <source>Scan it again. If it happens often, let the scanner send Enter after each code.</source>
        <translation>Scannen Sie noch einmal. Geschieht es oft, lassen Sie den Scanner nach jedem Code Enter senden.</translation>
    </message>
    <message>
        <source>A menu or dialog is open, so the badge was not taken.</source>
        <translation>Ein Menü oder Dialog ist offen, darum wurde der Ausweis nicht angenommen.</translation>
    </message>
</context>
<context>
    <name>ScanSample</name>
    <message>
        <source>German</source>
        <translation>deutsch</translation>
    </message>
    <message>
        <source>French</source>
        <translation>französisch</translation>
    </message>
    <message>
        <source>The scanner types as another keyboard than this computer has (%1). Set its country to that of the computer.</source>
        <translation>Der Scanner tippt wie eine andere Tastatur, als dieser Rechner hat (%1). Stellen Sie sein Land auf das des Rechners.</translation>
    </message>
    <message>
        <source>Letters or signs of the test code came as others. Set the scanner&apos;s country to that of the computer.</source>
        <translation>Buchstaben oder Zeichen des Testcodes kamen als andere an. Stellen Sie das Land des Scanners auf das des Rechners.</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>Charge</translation>
    </message>
    <message>
        <source>Best before</source>
        <translation>Mindestens haltbar bis</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Seriennummer</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Stückzahl</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>%1 kg</source>
        <translation>%1 kg</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Came in</source>
        <translation>Angekommen</translation>
    </message>
    <message>
        <source>Before the code</source>
        <translation>Vor dem Code</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Behind the code</source>
        <translation>Hinter dem Code</translation>
    </message>
    <message>
        <source>Ends with</source>
        <translation>Endet mit</translation>
    </message>
    <message>
        <source>Between characters</source>
        <translation>Zwischen Zeichen</translation>
    </message>
    <message>
        <source>%1 ms, at most %2 ms</source>
        <translation>%1 ms, höchstens %2 ms</translation>
    </message>
    <message>
        <source>Article number</source>
        <translation>Artikelnummer</translation>
    </message>
    <message>
        <source>Caps Lock is on: letters come in the other case. Press Caps Lock.</source>
        <translation>Die Feststelltaste ist an: Buchstaben kommen groß statt klein. Drücken Sie die Feststelltaste.</translation>
    </message>
    <message>
        <source>Nothing ends the code. Let the scanner send Enter after each code.</source>
        <translation>Nichts beendet den Code. Lassen Sie den Scanner nach jedem Code Enter senden.</translation>
    </message>
    <message>
        <source>“%1” behind the code may be a part of other codes. Let the scanner send Enter instead.</source>
        <translation>„%1“ hinter dem Code kann zu anderen Codes gehören. Lassen Sie den Scanner stattdessen Enter senden.</translation>
    </message>
    <message>
        <source>It types as slowly as a person. Shorten the pause between its characters.</source>
        <translation>Er tippt so langsam wie ein Mensch. Verkürzen Sie die Pause zwischen seinen Zeichen.</translation>
    </message>
</context>
<context>
    <name>ScannedCode</name>
    <message>
        <source>lot %1</source>
        <translation>Charge %1</translation>
    </message>
    <message>
        <source>best before %1</source>
        <translation>haltbar bis %1</translation>
    </message>
    <message>
        <source>serial %1</source>
        <translation>Seriennummer %1</translation>
    </message>
</context>
<context>
    <name>ScannerPage</name>
    <message>
        <source>Scanner</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>of this device</source>
        <translation>dieses Geräts</translation>
    </message>
    <message>
        <source>How its codes come</source>
        <translation>Wie seine Codes kommen</translation>
    </message>
    <message>
        <source>Codes are told from typing by their speed. Three scans teach what this scanner sends before and behind a code, and how fast it is. The test code also shows whether it is set to the keyboard of this country.</source>
        <translation>Codes werden an ihrer Geschwindigkeit vom Tippen unterschieden. Drei Scans lehren, was dieser Scanner vor und hinter einem Code sendet und wie schnell er ist. Der Testcode zeigt auch, ob er auf die Tastatur dieses Landes eingestellt ist.</translation>
    </message>
    <message>
        <source>Test code: %1</source>
        <translation>Testcode: %1</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>Wie üblich</translation>
    </message>
    <message>
        <source>What came last</source>
        <translation>Was zuletzt kam</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Töne</translation>
    </message>
    <message>
        <source>Where there is sound</source>
        <translation>Wo es Ton gibt</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>One high tone: found. Two low ones: nobody knows the code. Three: it could not be taken now.</source>
        <translation>Ein hoher Ton: gefunden. Zwei tiefe: Niemand kennt den Code. Drei: Er konnte gerade nicht angenommen werden.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Aufhören</translation>
    </message>
    <message>
        <source>Teach it by three scans</source>
        <translation>Mit drei Scans lehren</translation>
    </message>
</context>
<context>
    <name>ScannerPresenter</name>
    <message>
        <source>The scanner is told from typing as usual.</source>
        <translation>Der Scanner wird wie üblich vom Tippen unterschieden.</translation>
    </message>
    <message>
        <source>Scan a code, three times.</source>
        <translation>Scannen Sie dreimal einen Code.</translation>
    </message>
    <message>
        <source>An article, or the test code shown here.</source>
        <translation>Einen Artikel oder den Testcode hier.</translation>
    </message>
    <message>
        <source>That was no scan.</source>
        <translation>Das war kein Scan.</translation>
    </message>
    <message>
        <source>Scan a code; keys of the keyboard do not count here.</source>
        <translation>Scannen Sie einen Code; Tasten der Tastatur zählen hier nicht.</translation>
    </message>
    <message>
        <source>%1 of %2 scans. Scan it again.</source>
        <translation>%1 von %2 Scans. Scannen Sie ihn noch einmal.</translation>
    </message>
    <message>
        <source>The scanner is known now.</source>
        <translation>Der Scanner ist jetzt bekannt.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Before each code</source>
        <translation>Vor jedem Code</translation>
    </message>
    <message>
        <source>Behind each code</source>
        <translation>Hinter jedem Code</translation>
    </message>
    <message>
        <source>Enter or Tab</source>
        <translation>Enter oder Tab</translation>
    </message>
    <message>
        <source>A scan is faster than</source>
        <translation>Ein Scan ist schneller als</translation>
    </message>
    <message>
        <source>%1 ms for each character</source>
        <translation>%1 ms je Zeichen</translation>
    </message>
    <message>
        <source>Longest pause in a code</source>
        <translation>Längste Pause im Code</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>“%1” cannot end a code: one sign can, no letter and no digit.</source>
        <translation>„%1“ kann keinen Code beenden: nur ein Zeichen, kein Buchstabe und keine Ziffer.</translation>
    </message>
    <message>
        <source>Let the scanner send Enter instead.</source>
        <translation>Lassen Sie den Scanner stattdessen Enter senden.</translation>
    </message>
</context>
<context>
    <name>ScannerScreen</name>
    <message>
        <source>SCANNER</source>
        <translation>SCANNER</translation>
    </message>
    <message>
        <source>%1/%2</source>
        <comment>scans</comment>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Scan it</source>
        <translation>Scannen</translation>
    </message>
    <message>
        <source>Enter teaches it</source>
        <translation>Enter lehrt ihn</translation>
    </message>
    <message>
        <source>tch</source>
        <translation>leh</translation>
    </message>
    <message>
        <source>Teach it by three scans</source>
        <translation>Mit drei Scans lehren</translation>
    </message>
    <message>
        <source>use</source>
        <translation>übl</translation>
    </message>
    <message>
        <source>As usual again</source>
        <translation>Wieder wie üblich</translation>
    </message>
    <message>
        <source>Press Enter and scan one code three times: that teaches what this scanner sends before and behind a code. A scan at other times is shown as it is read.</source>
        <translation>Drücken Sie Enter und scannen Sie dreimal einen Code: Das lehrt, was dieser Scanner vor und hinter einem Code sendet. Ein Scan zu anderer Zeit wird gezeigt, wie er gelesen wird.</translation>
    </message>
</context>
<context>
    <name>Selling</name>
    <message>
        <source>This device is not enrolled, so it cannot sell yet.</source>
        <translation>Dieses Gerät ist nicht registriert, es kann noch nicht verkaufen.</translation>
    </message>
    <message>
        <source>Run crema device enroll --platform URL --code CODE.</source>
        <translation>Führen Sie aus: crema device enroll --platform URL --code CODE.</translation>
    </message>
    <message>
        <source>No shift is open on this register.</source>
        <translation>An dieser Kasse ist keine Schicht offen.</translation>
    </message>
    <message>
        <source>Open a shift with the cash in the drawer first.</source>
        <translation>Öffnen Sie zuerst eine Schicht mit dem Bargeld in der Lade.</translation>
    </message>
    <message>
        <source>%1 has no price, so it cannot be sold.</source>
        <translation>%1 hat keinen Preis und lässt sich nicht verkaufen.</translation>
    </message>
    <message>
        <source>Give it a price first.</source>
        <translation>Geben Sie ihm zuerst einen Preis.</translation>
    </message>
    <message>
        <source>This product is not in the local store.</source>
        <translation>Dieses Produkt ist nicht im lokalen Speicher.</translation>
    </message>
    <message>
        <source>Fetch the latest changes, or search for it by name.</source>
        <translation>Holen Sie die neuesten Änderungen, oder suchen Sie es nach Namen.</translation>
    </message>
    <message>
        <source>No sale has the number %1.</source>
        <translation>Kein Verkauf hat die Nummer %1.</translation>
    </message>
    <message>
        <source>Check the number on the receipt, or fetch the latest changes.</source>
        <translation>Prüfen Sie die Nummer auf dem Beleg, oder holen Sie die neuesten Änderungen.</translation>
    </message>
    <message>
        <source>This device has no tax rates yet, so it cannot sell yet.</source>
        <translation>Dieses Gerät hat noch keine Steuersätze und kann deshalb noch nicht verkaufen.</translation>
    </message>
    <message>
        <source>This device does not know the tax rate of this product yet.</source>
        <translation>Dieses Gerät kennt den Steuersatz dieses Artikels noch nicht.</translation>
    </message>
    <message>
        <source>They come with the first changes from the platform: wait a moment, or fetch them with crema sync run.</source>
        <translation>Sie kommen mit den ersten Änderungen der Plattform: Warten Sie einen Augenblick, oder holen Sie sie mit crema sync run.</translation>
    </message>
    <message>
        <source>%1 is archived, so it cannot be sold.</source>
        <translation>%1 ist archiviert und kann deshalb nicht verkauft werden.</translation>
    </message>
    <message>
        <source>Take it out of the archive first.</source>
        <translation>Holen Sie den Artikel zuerst aus dem Archiv.</translation>
    </message>
    <message>
        <source>This device has moved and is still loading its new place.</source>
        <translation>Dieses Gerät ist umgezogen und lädt noch die Daten des neuen Standorts.</translation>
    </message>
    <message>
        <source>Wait for the end of it, which the sync panel shows.</source>
        <translation>Warten Sie das Ende ab, das die Synchronisationsansicht zeigt.</translation>
    </message>
    <message>
        <source>Only the sale of a company goes on account.</source>
        <translation>Auf Rechnung geht nur der Verkauf an ein Unternehmen.</translation>
    </message>
    <message>
        <source>Give the customer a tax id, or take the amount in another way.</source>
        <translation>Geben Sie dem Kunden eine Steuernummer, oder nehmen Sie den Betrag auf andere Weise ein.</translation>
    </message>
    <message>
        <source>The sale of which this comes back is not known here.</source>
        <translation>Der Verkauf, zu dem die Rückgabe gehört, ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>Fetch the latest changes, or take it back without a receipt.</source>
        <translation>Holen Sie die neuesten Änderungen, oder nehmen Sie es ohne Beleg zurück.</translation>
    </message>
    <message>
        <source>Another customer paid it on account or with store credit, and it goes back to them.</source>
        <translation>Jemand anderes hat auf Rechnung oder mit Guthaben bezahlt, und es geht dorthin zurück.</translation>
    </message>
    <message>
        <source>Name that customer or none, or pay it back otherwise.</source>
        <translation>Nennen Sie diese Person oder niemanden, oder zahlen Sie es auf andere Weise aus.</translation>
    </message>
    <message>
        <source>This device is not enrolled, so it has no drawer yet.</source>
        <translation>Dieses Gerät ist nicht angemeldet und hat deshalb noch keine Lade.</translation>
    </message>
    <message>
        <source>This shift is not in the local store.</source>
        <translation>Diese Schicht ist nicht im lokalen Speicher.</translation>
    </message>
    <message>
        <source>Fetch the latest changes.</source>
        <translation>Rufen Sie die neuesten Änderungen ab.</translation>
    </message>
    <message>
        <source>This register has no Z report with the number %1.</source>
        <translation>Diese Kasse hat keinen Z-Bericht mit der Nummer %1.</translation>
    </message>
    <message>
        <source>Look for it in the list: crema shift list.</source>
        <translation>Suchen Sie ihn in der Liste: crema shift list.</translation>
    </message>
    <message>
        <source>An option of %1 is not offered any more.</source>
        <translation>Eine Option von %1 wird nicht mehr angeboten.</translation>
    </message>
    <message>
        <source>Take the line out and ring it up anew.</source>
        <translation>Nehmen Sie die Zeile heraus und erfassen Sie sie neu.</translation>
    </message>
</context>
<context>
    <name>SessionsCard</name>
    <message>
        <source>Sign out everywhere else</source>
        <translation>Überall sonst abmelden</translation>
    </message>
    <message>
        <source>Where you are signed in</source>
        <translation>Wo Sie angemeldet sind</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>%1 · signed in %2 · last used %3</source>
        <comment>register, since when, when</comment>
        <translation>%1 · angemeldet %2 · zuletzt benutzt %3</translation>
    </message>
    <message>
        <source>Signed in: %1. Last used: %2.</source>
        <translation>Angemeldet: %1. Zuletzt benutzt: %2.</translation>
    </message>
    <message>
        <source>This device</source>
        <translation>Dieses Gerät</translation>
    </message>
    <message>
        <source>Sign out there</source>
        <translation>Dort abmelden</translation>
    </message>
    <message>
        <source>Sign out on %1</source>
        <translation>Auf %1 abmelden</translation>
    </message>
    <message>
        <source>Stay signed in there</source>
        <translation>Dort angemeldet bleiben</translation>
    </message>
    <message>
        <source>%1 is signed in nowhere with the password. Who switches at a till by PIN does not show here.</source>
        <translation>%1 ist nirgends mit dem Passwort angemeldet. Wer an einer Kasse mit der PIN wechselt, steht hier nicht.</translation>
    </message>
    <message>
        <source>Asking the platform</source>
        <translation>Die Plattform wird gefragt</translation>
    </message>
    <message>
        <source>Where %1 is signed in</source>
        <translation>Wo %1 angemeldet ist</translation>
    </message>
    <message>
        <source>Sign out everywhere</source>
        <translation>Überall abmelden</translation>
    </message>
</context>
<context>
    <name>SettingBookPresenter</name>
    <message>
        <source>This device is not enrolled yet, so there is no shop that sets anything.</source>
        <translation>Dieses Gerät ist noch nicht angemeldet, also gibt es kein Geschäft, das etwas einstellt.</translation>
    </message>
    <message>
        <source>Run crema device enroll --platform URL --code CODE.</source>
        <translation>Führen Sie crema device enroll --platform URL --code CODE aus.</translation>
    </message>
    <message>
        <source>There is no location &quot;%1&quot;.</source>
        <translation>Es gibt keinen Standort „%1“.</translation>
    </message>
    <message>
        <source>Write the code of a location, for example MAIN.</source>
        <translation>Schreiben Sie den Code eines Standorts, zum Beispiel MAIN.</translation>
    </message>
    <message>
        <source>There is no setting &quot;%1&quot;.</source>
        <translation>Es gibt keine Einstellung „%1“.</translation>
    </message>
    <message>
        <source>There are: %1.</source>
        <translation>Es gibt: %1.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Height of rows and fields</source>
        <translation>Höhe von Zeilen und Feldern</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Eng</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Touch</source>
        <translation>Finger</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Voll</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>Verringert</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Counts from the next start of Crema on.</source>
        <translation>Gilt ab dem nächsten Start von Crema.</translation>
    </message>
    <message>
        <source>This device</source>
        <translation>Dieses Gerät</translation>
    </message>
    <message>
        <source>Keys and scanner</source>
        <translation>Tasten und Scanner</translation>
    </message>
</context>
<context>
    <name>ShellPresenter</name>
    <message>
        <source>Search or run a command</source>
        <translation>Suchen oder Befehl</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vor</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Keys of this page</source>
        <translation>Tasten dieser Seite</translation>
    </message>
    <message>
        <source>Next region</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Previous region</source>
        <translation>Voriger Bereich</translation>
    </message>
    <message>
        <source>Show what waits to be sent</source>
        <translation>Zeigen, was auf das Senden wartet</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>This is the first page.</source>
        <translation>Das ist die erste Seite.</translation>
    </message>
    <message>
        <source>There is no later page.</source>
        <translation>Es gibt keine spätere Seite.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Es gibt nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Gehe zu %1</translation>
    </message>
</context>
<context>
    <name>ShiftDocument</name>
    <message>
        <source>Cash</source>
        <translation>Bar</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>On account</source>
        <translation>Auf Rechnung</translation>
    </message>
    <message>
        <source>Gift card</source>
        <translation>Geschenkkarte</translation>
    </message>
    <message>
        <source>Register %1</source>
        <translation>Kasse %1</translation>
    </message>
    <message>
        <source>Business day %1</source>
        <translation>Geschäftstag %1</translation>
    </message>
    <message>
        <source>Opened %1</source>
        <translation>Geöffnet %1</translation>
    </message>
    <message>
        <source>Closed %1</source>
        <translation>Geschlossen %1</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a moment, and who did it</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>something, and how often</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Verkäufe</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>Rundung</translation>
    </message>
    <message>
        <source>Discounts given</source>
        <translation>Gewährte Rabatte</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>First receipt %1</source>
        <translation>Erster Beleg %1</translation>
    </message>
    <message>
        <source>Last receipt %1</source>
        <translation>Letzter Beleg %1</translation>
    </message>
    <message>
        <source>VAT</source>
        <translation>MwSt.</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Netto</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Steuer</translation>
    </message>
    <message>
        <source>Gross</source>
        <translation>Brutto</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>Wechselgeld</translation>
    </message>
    <message>
        <source>Cash from sales</source>
        <translation>Bar aus Verkäufen</translation>
    </message>
    <message>
        <source>Cash moved</source>
        <translation>Bar bewegt</translation>
    </message>
    <message>
        <source>Expected in the drawer</source>
        <translation>In der Lade erwartet</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Gezählt</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>%1 x %2</source>
        <translation>%1 x %2</translation>
    </message>
    <message>
        <source>Came after Z %1 (%2)</source>
        <comment>sales; number of the report, and how many</comment>
        <translation>Kam nach Z %1 (%2)</translation>
    </message>
    <message>
        <source>All Z reports together</source>
        <translation>Alle Z-Berichte zusammen</translation>
    </message>
    <message>
        <source>The shift goes on: this is no closing.</source>
        <translation>Die Schicht läuft weiter: Dies ist kein Abschluss.</translation>
    </message>
    <message>
        <source>By %1</source>
        <translation>Von %1</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Grund: %1</translation>
    </message>
    <message>
        <source>Signature:</source>
        <translation>Unterschrift:</translation>
    </message>
    <message>
        <source>Paid in</source>
        <translation>Einzahlung</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>Auszahlung</translation>
    </message>
    <message>
        <source>Safe drop</source>
        <translation>Tresor</translation>
    </message>
    <message>
        <source>No sale</source>
        <translation>Kein Verkauf</translation>
    </message>
    <message>
        <source>Z report %1</source>
        <translation>Z-Bericht %1</translation>
    </message>
    <message>
        <source>Z report</source>
        <translation>Z-Bericht</translation>
    </message>
    <message>
        <source>X report</source>
        <translation>X-Bericht</translation>
    </message>
    <message>
        <source>Store credit</source>
        <translation>Guthaben</translation>
    </message>
    <message>
        <source>Tips: %1</source>
        <comment>by cash, by card</comment>
        <translation>Trinkgeld: %1</translation>
    </message>
    <message>
        <source>Of it gift cards, no revenue</source>
        <translation>Davon Gutscheine, kein Umsatz</translation>
    </message>
</context>
<context>
    <name>ShiftPanel</name>
    <message>
        <source>Open the shift</source>
        <translation>Schicht öffnen</translation>
    </message>
    <message>
        <source>Count the cash in the drawer and type it in.</source>
        <translation>Zählen Sie das Bargeld in der Lade und tippen Sie es ein.</translation>
    </message>
    <message>
        <source>Cash in the drawer</source>
        <translation>Bargeld in der Lade</translation>
    </message>
</context>
<context>
    <name>ShiftReportDialog</name>
    <message>
        <source>What is shown</source>
        <translation>Was gezeigt wird</translation>
    </message>
    <message>
        <source>The report as it is printed</source>
        <translation>Der Bericht, wie er gedruckt wird</translation>
    </message>
    <message>
        <source>The shift so far</source>
        <translation>Die Schicht bis jetzt</translation>
    </message>
    <message>
        <source>X report</source>
        <translation>X-Bericht</translation>
    </message>
    <message>
        <source>Cash moved</source>
        <translation>Bar bewegt</translation>
    </message>
    <message>
        <source>Z reports</source>
        <translation>Z-Berichte</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Drucken</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>a report, and its day</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Sales %1</source>
        <translation>Verkäufe %1</translation>
    </message>
    <message>
        <source>Sales %1 · Difference %2</source>
        <translation>Verkäufe %1 · Differenz %2</translation>
    </message>
</context>
<context>
    <name>ShiftReportPresenter</name>
    <message>
        <source>X report</source>
        <translation>X-Bericht</translation>
    </message>
    <message>
        <source>No shift is open.</source>
        <translation>Es ist keine Schicht offen.</translation>
    </message>
    <message>
        <source>The drawer is counted blind here, and this report says what should be in it. Ask somebody who may close with a large difference.</source>
        <translation>Die Lade wird hier blind gezählt, und dieser Bericht sagt, was in ihr sein sollte. Fragen Sie jemanden, der mit einer großen Differenz schließen darf.</translation>
    </message>
    <message>
        <source>No cash was moved in this shift.</source>
        <translation>In dieser Schicht wurde kein Bargeld bewegt.</translation>
    </message>
    <message>
        <source>This register has no Z report yet.</source>
        <translation>Diese Kasse hat noch keinen Z-Bericht.</translation>
    </message>
</context>
<context>
    <name>ShiftReportScreen</name>
    <message>
        <source>CASH MOVED</source>
        <translation>BAR BEWEGT</translation>
    </message>
    <message>
        <source>REPORT</source>
        <translation>BERICHT</translation>
    </message>
    <message>
        <source>prt</source>
        <translation>drk</translation>
    </message>
    <message>
        <source>Print the report</source>
        <translation>Bericht drucken</translation>
    </message>
    <message>
        <source>It is being printed.</source>
        <translation>Er wird gedruckt.</translation>
    </message>
    <message>
        <source>The cash that was moved in this shift. Enter goes back.</source>
        <translation>Das Bargeld, das in dieser Schicht bewegt wurde. Enter geht zurück.</translation>
    </message>
    <message>
        <source>The report as it is printed. Enter goes back.</source>
        <translation>Der Bericht, wie er gedruckt wird. Enter geht zurück.</translation>
    </message>
</context>
<context>
    <name>ShiftScreen</name>
    <message>
        <source>No shift is open.</source>
        <translation>Es ist keine Schicht offen.</translation>
    </message>
    <message>
        <source>The shift is being closed.</source>
        <translation>Die Schicht wird geschlossen.</translation>
    </message>
    <message>
        <source>A sale is in the cart. Finish it or take its lines out first.</source>
        <translation>Im Warenkorb ist ein Verkauf. Schließen Sie ihn zuerst ab oder nehmen Sie seine Zeilen heraus.</translation>
    </message>
    <message>
        <source>SHIFT</source>
        <translation>SCHICHT</translation>
    </message>
    <message>
        <source>Counted cash</source>
        <translation>Bar gezählt</translation>
    </message>
    <message>
        <source>The shift is closed.</source>
        <translation>Die Schicht ist geschlossen.</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Gezählt</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>Enter opens the next shift.</source>
        <translation>Enter öffnet die nächste Schicht.</translation>
    </message>
    <message>
        <source>Enter goes to the till to open one.</source>
        <translation>Enter führt zur Kasse, um eine zu öffnen.</translation>
    </message>
    <message>
        <source>Open since</source>
        <translation>Offen seit</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>Wechselgeld</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Verkäufe</translation>
    </message>
    <message>
        <source>Count all the cash in the drawer and type the sum.</source>
        <translation>Zählen Sie alles Bargeld in der Lade und tippen Sie die Summe.</translation>
    </message>
    <message>
        <source>Digits count from the right: 10000 is 100.00.</source>
        <translation>Ziffern zählen von rechts: 10000 ist 100,00.</translation>
    </message>
    <message>
        <source>go</source>
        <translation>los</translation>
    </message>
    <message>
        <source>Go to the till</source>
        <translation>Zur Kasse gehen</translation>
    </message>
    <message>
        <source>Enter goes to the till.</source>
        <translation>Enter führt zur Kasse.</translation>
    </message>
    <message>
        <source>Type the amount in digits only, such as 10000 for 100.00</source>
        <translation>Tippen Sie den Betrag nur in Ziffern, etwa 10000 für 100,00</translation>
    </message>
    <message>
        <source>CLOSE SHIFT</source>
        <translation>SCHICHT SCHLIESSEN</translation>
    </message>
    <message>
        <source>Close the shift</source>
        <translation>Schicht schließen</translation>
    </message>
    <message>
        <source>Count again</source>
        <translation>Neu zählen</translation>
    </message>
    <message>
        <source>A closed shift stays closed.</source>
        <translation>Eine geschlossene Schicht bleibt geschlossen.</translation>
    </message>
    <message>
        <source>Press 1 to close the shift with this sum.</source>
        <translation>Drücken Sie 1, um die Schicht mit dieser Summe zu schließen.</translation>
    </message>
    <message>
        <source>Nothing is sold here. Type the counted cash.</source>
        <translation>Hier wird nicht verkauft. Tippen Sie das gezählte Bargeld.</translation>
    </message>
    <message>
        <source>How many of %1</source>
        <comment>a note or coin</comment>
        <translation>Wie viele zu %1</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>Bis jetzt</translation>
    </message>
    <message>
        <source>Enter alone is none of them; F4 when all is counted.</source>
        <translation>Enter allein heißt keine davon; F4, wenn alles gezählt ist.</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>ok</translation>
    </message>
    <message>
        <source>All is counted</source>
        <translation>Alles ist gezählt</translation>
    </message>
    <message>
        <source>pcs</source>
        <translation>Stk</translation>
    </message>
    <message>
        <source>Count notes and coins</source>
        <translation>Scheine und Münzen zählen</translation>
    </message>
    <message>
        <source>Count the drawer and type what is in it, or press F2 to count notes and coins.</source>
        <translation>Zählen Sie die Lade und tippen Sie, was in ihr ist, oder zählen Sie mit F2 Scheine und Münzen.</translation>
    </message>
    <message>
        <source>Type how many there are, or Enter alone for none.</source>
        <translation>Tippen Sie, wie viele es sind, oder Enter allein für keine.</translation>
    </message>
</context>
<context>
    <name>ShopCard</name>
    <message>
        <source>Shop</source>
        <translation>Geschäft</translation>
    </message>
    <message>
        <source>Settings of</source>
        <translation>Einstellungen von</translation>
    </message>
    <message>
        <source>Once this device is enrolled, the shop sets here how its tills work.</source>
        <translation>Sobald dieses Gerät angemeldet ist, stellt das Geschäft hier ein, wie seine Kassen arbeiten.</translation>
    </message>
    <message>
        <source>Counts on all devices of the shop: here at once, elsewhere with the next sync.</source>
        <translation>Gilt auf allen Geräten des Geschäfts: hier sofort, anderswo mit dem nächsten Abgleich.</translation>
    </message>
</context>
<context>
    <name>ShopScreens</name>
    <message>
        <source>MAIN</source>
        <translation>HAUPTMENÜ</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>Nachschlagen</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>Kasse</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Abgleich</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Press the number of what you want to do, or scan anything to look it up.</source>
        <translation>Drücken Sie die Nummer dessen, was Sie tun möchten, oder scannen Sie etwas, um es nachzuschlagen.</translation>
    </message>
    <message>
        <source>TILL MENU</source>
        <translation>KASSENMENÜ</translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>Verkaufen</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Verkäufe</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Shift since</source>
        <translation>Schicht seit</translation>
    </message>
    <message>
        <source>The drawer is closed.</source>
        <translation>Die Lade ist geschlossen.</translation>
    </message>
    <message>
        <source>In the cart</source>
        <translation>Im Warenkorb</translation>
    </message>
    <message>
        <source>q %1  %2</source>
        <comment>operations that wait, and the time</comment>
        <translation>Ws %1  %2</translation>
    </message>
    <message>
        <source>LEAVE</source>
        <translation>BEENDEN</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>A sale is open. It is offered again at the next start.</source>
        <translation>Ein Verkauf ist offen. Er wird beim nächsten Start wieder angeboten.</translation>
    </message>
    <message>
        <source>Waiting to be sent: %1. It is safe here and goes out at the next start.</source>
        <translation>Wartet auf das Senden: %1. Es ist hier sicher und geht beim nächsten Start hinaus.</translation>
    </message>
    <message>
        <source>Nothing is lost either way. Press 1 to leave.</source>
        <translation>So oder so geht nichts verloren. Drücken Sie 1 zum Beenden.</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Your account</source>
        <translation>Ihr Konto</translation>
    </message>
    <message>
        <source>The recovery codes are not shown again.</source>
        <translation>Die Wiederherstellungscodes werden nicht noch einmal gezeigt.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Drucker</translation>
    </message>
    <message>
        <source>Close the shift</source>
        <translation>Schicht schließen</translation>
    </message>
    <message>
        <source>Pay in</source>
        <translation>Einzahlen</translation>
    </message>
    <message>
        <source>Pay out</source>
        <translation>Auszahlen</translation>
    </message>
    <message>
        <source>Safe drop</source>
        <translation>Tresor</translation>
    </message>
    <message>
        <source>Open drawer</source>
        <translation>Lade öffnen</translation>
    </message>
    <message>
        <source>X report</source>
        <translation>X-Bericht</translation>
    </message>
    <message>
        <source>Cash moved</source>
        <translation>Bar bewegt</translation>
    </message>
    <message>
        <source>Z reports</source>
        <translation>Z-Berichte</translation>
    </message>
    <message>
        <source>SHIFT</source>
        <translation>SCHICHT</translation>
    </message>
    <message>
        <source>Keys, scanner</source>
        <translation>Tasten, Scanner</translation>
    </message>
    <message>
        <source>Press 1 or Enter to sell, 2 for the sales of this till, 3 for the shift and its cash, 4 for the auditor&apos;s journal, 5 for who works here, 6 for your own account, 7 for customers, 8 for what the shop has set, 9 for the receipt printer, 0 for keys and scanner of this device.</source>
        <translation>Drücken Sie 1 oder Enter zum Verkaufen, 2 für die Verkäufe dieser Kasse, 3 für die Schicht und ihr Bargeld, 4 für das Prüfjournal, 5 dafür, wer hier arbeitet, 6 für Ihr eigenes Konto, 7 für Kunden, 8 für das, was der Laden eingestellt hat, 9 für den Bondrucker, 0 für Tasten und Scanner dieses Geräts.</translation>
    </message>
    <message>
        <source>DEVICE</source>
        <translation>GERÄT</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>What keys send</source>
        <translation>Was Tasten senden</translation>
    </message>
    <message>
        <source>Press 1 to give what you do other keys, 2 to teach the scanner, 3 to see what keys and scanner really send.</source>
        <translation>Drücken Sie 1, um Aktionen andere Tasten zu geben, 2, um den Scanner zu lehren, 3, um zu sehen, was Tasten und Scanner wirklich senden.</translation>
    </message>
    <message>
        <source>Gift card</source>
        <translation>Gutscheinkarte</translation>
    </message>
    <message>
        <source>Press 1 to count the drawer and close the shift, 2 to 5 when cash is moved or the drawer is opened, 6 for the figures so far, 7 for the cash that was moved, 8 for earlier closings, 9 to sell a gift card or to look at one.</source>
        <translation>Drücken Sie 1, um die Lade zu zählen und die Schicht zu schließen, 2 bis 5, wenn Bargeld bewegt oder die Lade geöffnet wird, 6 für die bisherigen Zahlen, 7 für das bewegte Bargeld, 8 für frühere Abschlüsse, 9, um eine Gutscheinkarte zu verkaufen oder anzusehen.</translation>
    </message>
</context>
<context>
    <name>ShopSettingField</name>
    <message>
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>%1, %2: %3 → %4</source>
        <comment>when, who, before, after</comment>
        <translation>%1, %2: %3 → %4</translation>
    </message>
</context>
<context>
    <name>ShopSettingScreen</name>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>SETTING</source>
        <translation>EINSTELLUNG</translation>
    </message>
    <message>
        <source>It is the same for all locations.</source>
        <translation>Sie ist für alle Standorte gleich.</translation>
    </message>
    <message>
        <source>%1 &gt; %2</source>
        <comment>before, after</comment>
        <translation>%1 &gt; %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>who, when</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>zurück</translation>
    </message>
    <message>
        <source>Back to what it is otherwise</source>
        <translation>Zurück zu dem, was sonst gilt</translation>
    </message>
    <message>
        <source>Type what shall count and press Enter; it counts on all devices. Enter alone goes back.</source>
        <translation>Geben Sie ein, was gelten soll, und drücken Sie Eingabe; es gilt auf allen Geräten. Eingabe allein geht zurück.</translation>
    </message>
</context>
<context>
    <name>ShopSettingsPresenter</name>
    <message>
        <source>All locations</source>
        <translation>Alle Standorte</translation>
    </message>
    <message>
        <source>somebody not known here</source>
        <translation>jemand, der hier nicht bekannt ist</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>Wie üblich</translation>
    </message>
    <message>
        <source>Set for all locations</source>
        <translation>Für alle Standorte eingestellt</translation>
    </message>
    <message>
        <source>Set for %1</source>
        <translation>Für %1 eingestellt</translation>
    </message>
    <message>
        <source>Sign in first.</source>
        <translation>Melden Sie sich zuerst an.</translation>
    </message>
    <message>
        <source>Only people who manage settings may change it.</source>
        <translation>Nur wer Einstellungen verwaltet, darf sie ändern.</translation>
    </message>
    <message>
        <source>It also needs this right: %1.</source>
        <translation>Dazu braucht es auch dieses Recht: %1.</translation>
    </message>
    <message>
        <source>Usually %1</source>
        <translation>Üblich: %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>who changed it, when</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>setting, value</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ShopSettingsScreen</name>
    <message>
        <source>SETTINGS</source>
        <translation>EINSTELLUNGEN</translation>
    </message>
    <message>
        <source>Once this device is enrolled, the shop&apos;s settings are here.</source>
        <translation>Sobald dieses Gerät angemeldet ist, stehen hier die Einstellungen des Geschäfts.</translation>
    </message>
    <message>
        <source>Choose 1-9</source>
        <translation>Wählen Sie 1-9</translation>
    </message>
    <message>
        <source>place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Settings of the next place</source>
        <translation>Einstellungen des nächsten Standorts</translation>
    </message>
    <message>
        <source>+</source>
        <translation>+</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Here is what the shop has set. Press the number of a line to see what it means, who changed it, and to change it.</source>
        <translation>Hier steht, was das Geschäft eingestellt hat. Drücken Sie die Nummer einer Zeile, um zu sehen, was sie bedeutet und wer sie geändert hat, und um sie zu ändern.</translation>
    </message>
</context>
<context>
    <name>SignInCard</name>
    <message>
        <source>Mail address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Code of the authenticator</source>
        <translation>Code des Authenticators</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Sign in at the platform</source>
        <translation>An der Plattform anmelden</translation>
    </message>
    <message>
        <source>Who switches by PIN is known to this device only. The platform asks for the password before it shows or changes your account. This needs the network.</source>
        <translation>Wer mit der PIN wechselt, ist nur diesem Gerät bekannt. Die Plattform fragt nach dem Passwort, bevor sie Ihr Konto zeigt oder ändert. Das braucht das Netz.</translation>
    </message>
</context>
<context>
    <name>SignInPresenter</name>
    <message>
        <source>Mail address and password are both needed.</source>
        <translation>E-Mail-Adresse und Passwort werden beide gebraucht.</translation>
    </message>
    <message>
        <source>Type them and try again.</source>
        <translation>Geben Sie beide ein und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The code is needed.</source>
        <translation>Der Code wird gebraucht.</translation>
    </message>
    <message>
        <source>Type the six digits that the authenticator shows now.</source>
        <translation>Die sechs Ziffern eingeben, die der Authenticator jetzt zeigt.</translation>
    </message>
</context>
<context>
    <name>Skeleton</name>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
</context>
<context>
    <name>SlipDialog</name>
    <message>
        <source>Tip and card slip</source>
        <translation>Trinkgeld und Kartenbeleg</translation>
    </message>
    <message>
        <source>Tip</source>
        <translation>Trinkgeld</translation>
    </message>
    <message>
        <source>Tip of %1: %2</source>
        <comment>rate, amount</comment>
        <translation>Trinkgeld von %1: %2</translation>
    </message>
    <message>
        <source>No tip</source>
        <translation>Kein Trinkgeld</translation>
    </message>
    <message>
        <source>Card, if it matters</source>
        <translation>Karte, falls es darauf ankommt</translation>
    </message>
    <message>
        <source>Number on the slip, if it matters</source>
        <translation>Nummer auf dem Beleg, falls es darauf ankommt</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>Notieren</translation>
    </message>
</context>
<context>
    <name>SlipScreen</name>
    <message>
        <source>10% or an amount</source>
        <translation>10% oder ein Betrag</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Slip number</source>
        <translation>Belegnummer</translation>
    </message>
    <message>
        <source>TIP</source>
        <translation>TRINKGELD</translation>
    </message>
    <message>
        <source>CARD SLIP</source>
        <translation>KARTENBELEG</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Zu zahlen</translation>
    </message>
    <message>
        <source>Tip</source>
        <translation>Trinkgeld</translation>
    </message>
    <message>
        <source>Enter alone leaves it as it is.</source>
        <translation>Enter allein lässt es, wie es ist.</translation>
    </message>
    <message>
        <source>200 is 2.00, 0 is none.</source>
        <translation>200 ist 2,00, 0 ist keines.</translation>
    </message>
    <message>
        <source>Type the tip and press Enter: 10% or digits from the right. Enter alone leaves it.</source>
        <translation>Tippen Sie das Trinkgeld und drücken Sie Enter: 10% oder Ziffern von rechts. Enter allein lässt es.</translation>
    </message>
    <message>
        <source>Type the name of the card, such as Visa, and press Enter. It may be left out.</source>
        <translation>Tippen Sie den Namen der Karte, etwa Visa, und drücken Sie Enter. Er darf fehlen.</translation>
    </message>
    <message>
        <source>Type the number on the slip and press Enter. It may be left out.</source>
        <translation>Tippen Sie die Nummer auf dem Beleg und drücken Sie Enter. Sie darf fehlen.</translation>
    </message>
    <message>
        <source>Type 10%, or digits such as 200 for 2.00</source>
        <translation>Tippen Sie 10% oder Ziffern wie 200 für 2,00</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Everything is sent</source>
        <translation>Alles ist gesendet</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting to be sent</source>
        <translation>
            <numerusform>%n wartet auf das Senden</numerusform>
            <numerusform>%n warten auf das Senden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n receipts are not printed</source>
        <translation>
            <numerusform>%n Beleg ist nicht gedruckt</numerusform>
            <numerusform>%n Belege sind nicht gedruckt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Store</name>
    <message>
        <source>The local store does not keep the setting %1, so saving would not be safe.</source>
        <translation>Der lokale Speicher behält die Einstellung %1 nicht, das Speichern wäre also nicht sicher.</translation>
    </message>
    <message>
        <source>Put the store on a local disk.</source>
        <translation>Legen Sie den Speicher auf einen lokalen Datenträger.</translation>
    </message>
    <message>
        <source>a record does not read</source>
        <translation>ein Datensatz ist nicht lesbar</translation>
    </message>
    <message>
        <source>The local store is damaged: %1.</source>
        <translation>Der lokale Speicher ist beschädigt: %1.</translation>
    </message>
    <message>
        <source>Run crema db check, and keep the file: it can be recovered.</source>
        <translation>Führen Sie crema db check aus und bewahren Sie die Datei auf: Sie lässt sich wiederherstellen.</translation>
    </message>
    <message>
        <source>a queue row does not read</source>
        <translation>eine Zeile der Warteschlange ist nicht lesbar</translation>
    </message>
    <message>
        <source>The file %1 is a database of another program.</source>
        <translation>Die Datei %1 ist die Datenbank eines anderen Programms.</translation>
    </message>
    <message>
        <source>Choose another file with CREMA_STORE.</source>
        <translation>Wählen Sie mit CREMA_STORE eine andere Datei.</translation>
    </message>
    <message>
        <source>a row names another that is missing</source>
        <translation>eine Zeile nennt eine andere, die fehlt</translation>
    </message>
    <message>
        <source>The disk is full, so nothing more can be saved.</source>
        <translation>Der Datenträger ist voll, es kann nichts mehr gespeichert werden.</translation>
    </message>
    <message>
        <source>Free some space on the disk and try again.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Another program is writing to the local store.</source>
        <translation>Ein anderes Programm schreibt gerade in den lokalen Speicher.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The local store is open for reading only.</source>
        <translation>Der lokale Speicher ist nur zum Lesen geöffnet.</translation>
    </message>
    <message>
        <source>Close the program that holds it, or update this one.</source>
        <translation>Schließen Sie das Programm, das ihn hält, oder aktualisieren Sie dieses.</translation>
    </message>
    <message>
        <source>The local store could not be used: %1.</source>
        <translation>Der lokale Speicher konnte nicht benutzt werden: %1.</translation>
    </message>
    <message>
        <source>Check the rights of its folder and the state of the disk.</source>
        <translation>Prüfen Sie die Rechte seines Ordners und den Zustand des Datenträgers.</translation>
    </message>
    <message>
        <source>The local store is held by %1.</source>
        <translation>Der lokale Speicher wird von %1 gehalten.</translation>
    </message>
    <message>
        <source>Close that program, or choose another store with CREMA_STORE.</source>
        <translation>Schließen Sie dieses Programm oder wählen Sie mit CREMA_STORE einen anderen Speicher.</translation>
    </message>
    <message>
        <source>The key file %1 is missing or belongs to another store.</source>
        <translation>Die Schlüsseldatei %1 fehlt oder gehört zu einem anderen Speicher.</translation>
    </message>
    <message>
        <source>Put the file back from a backup, or enrol this device again.</source>
        <translation>Holen Sie die Datei aus einer Sicherung zurück, oder registrieren Sie dieses Gerät neu.</translation>
    </message>
    <message>
        <source>%1 lies on a network drive, where saving is not safe.</source>
        <translation>%1 liegt auf einem Netzlaufwerk, wo das Speichern nicht sicher ist.</translation>
    </message>
    <message>
        <source>Choose a folder on a local disk with CREMA_STORE.</source>
        <translation>Wählen Sie mit CREMA_STORE einen Ordner auf einem lokalen Datenträger.</translation>
    </message>
    <message>
        <source>There is no local store at %1 yet.</source>
        <translation>Unter %1 gibt es noch keinen lokalen Speicher.</translation>
    </message>
    <message>
        <source>Run a command that writes first, or check CREMA_STORE.</source>
        <translation>Führen Sie zuerst einen Befehl aus, der schreibt, oder prüfen Sie CREMA_STORE.</translation>
    </message>
    <message>
        <source>The local store was made by a newer version, so it is open for reading only.</source>
        <translation>Der lokale Speicher stammt von einer neueren Version und ist nur zum Lesen geöffnet.</translation>
    </message>
    <message>
        <source>Update this program.</source>
        <translation>Aktualisieren Sie dieses Programm.</translation>
    </message>
    <message>
        <source>Less than 64 MB are left on the disk of the local store.</source>
        <translation>Auf dem Datenträger des lokalen Speichers sind weniger als 64 MB frei.</translation>
    </message>
    <message>
        <source>Free some space before selling on.</source>
        <translation>Schaffen Sie Platz, bevor Sie weiter verkaufen.</translation>
    </message>
    <message>
        <source>Nobody is signed in on this device.</source>
        <translation>An diesem Gerät ist niemand angemeldet.</translation>
    </message>
    <message>
        <source>Sign in, or switch to your name with your PIN.</source>
        <translation>Melden Sie sich an, oder wechseln Sie mit Ihrer PIN zu Ihrem Namen.</translation>
    </message>
    <message>
        <source>%1 may not do this.</source>
        <translation>%1 darf dies nicht tun.</translation>
    </message>
    <message>
        <source>Ask a manager to do it, or to give you the right.</source>
        <translation>Bitten Sie die Leitung, es zu tun oder Ihnen das Recht zu geben.</translation>
    </message>
    <message>
        <source>The local store is not open.</source>
        <translation>Der lokale Speicher ist nicht geöffnet.</translation>
    </message>
    <message>
        <source>the operation of a sale is missing</source>
        <translation>der Vorgang eines Verkaufs fehlt</translation>
    </message>
    <message>
        <source>the receipt counter was changed from outside</source>
        <translation>der Bonzähler wurde von außen geändert</translation>
    </message>
    <message>
        <source>Start the program again; what was recorded is kept.</source>
        <translation>Starten Sie das Programm neu; was erfasst wurde, bleibt erhalten.</translation>
    </message>
    <message numerus="yes">
        <source>The clock of this machine is %n minutes slow.</source>
        <translation>
            <numerusform>Die Uhr dieses Rechners geht %n Minute nach.</numerusform>
            <numerusform>Die Uhr dieses Rechners geht %n Minuten nach.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The clock of this machine is %n minutes fast.</source>
        <translation>
            <numerusform>Die Uhr dieses Rechners geht %n Minute vor.</numerusform>
            <numerusform>Die Uhr dieses Rechners geht %n Minuten vor.</numerusform>
        </translation>
    </message>
    <message>
        <source>Set it right; selling goes on.</source>
        <translation>Stellen Sie sie richtig; der Verkauf geht weiter.</translation>
    </message>
    <message>
        <source>Update this program; until then the last known values stay.</source>
        <translation>Aktualisieren Sie dieses Programm; bis dahin bleiben die letzten bekannten Werte.</translation>
    </message>
    <message>
        <source>it is not open</source>
        <translation>er ist nicht geöffnet</translation>
    </message>
    <message>
        <source>The disk failed, and it is not known whether this was saved.</source>
        <translation>Der Datenträger hat versagt, und es ist nicht bekannt, ob dies gespeichert wurde.</translation>
    </message>
    <message>
        <source>Look whether it is there before doing it again.</source>
        <translation>Sehen Sie nach, ob es da ist, bevor Sie es noch einmal tun.</translation>
    </message>
    <message>
        <source>The disk failed a moment ago, so nothing more is saved for now.</source>
        <translation>Der Datenträger hat gerade versagt; vorerst wird nichts weiter gespeichert.</translation>
    </message>
    <message>
        <source>Try again; when it stays so, the disk has to be replaced.</source>
        <translation>Versuchen Sie es noch einmal; bleibt es so, muss der Datenträger ersetzt werden.</translation>
    </message>
    <message>
        <source>The local store was damaged and has been rebuilt: %1 records could be read, %2 operations came from the operation journal.</source>
        <translation>Der lokale Speicher war beschädigt und wurde neu aufgebaut: %1 Datensätze waren lesbar, %2 Vorgänge kamen aus dem Vorgangsjournal.</translation>
    </message>
    <message>
        <source>Fetch changes soon, so that nothing is missing. %1 is the damaged file.</source>
        <translation>Holen Sie bald Änderungen, damit nichts fehlt. %1 ist die beschädigte Datei.</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>er ist leer</translation>
    </message>
    <message>
        <source>another program reads it</source>
        <translation>ein anderes Programm liest ihn</translation>
    </message>
    <message>
        <source>There is nothing to decide under this id.</source>
        <translation>Unter dieser Nummer ist nichts zu entscheiden.</translation>
    </message>
    <message>
        <source>Look at the list of what needs attention.</source>
        <translation>Sehen Sie in die Liste „Bitte prüfen“.</translation>
    </message>
    <message>
        <source>the end of the auditor&apos;s journal does not read</source>
        <translation>das Ende des Prüfjournals lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>The platform signed another entry of the auditor&apos;s journal.</source>
        <translation>Die Plattform hat einen anderen Eintrag des Prüfjournals gegengezeichnet.</translation>
    </message>
    <message>
        <source>It is asked again at the next sync.</source>
        <translation>Beim nächsten Abgleich wird noch einmal gefragt.</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (Kopie)</translation>
    </message>
    <message>
        <source>%1 (restored)</source>
        <translation>%1 (wiederhergestellt)</translation>
    </message>
    <message>
        <source>The local store was copied, so receipts are numbered from %1 on here.</source>
        <translation>Der lokale Speicher wurde kopiert; Belege werden hier ab %1 gezählt.</translation>
    </message>
    <message>
        <source>An older local store was put back, so receipts are numbered from %1 on here.</source>
        <translation>Ein älterer lokaler Speicher wurde zurückgeholt; Belege werden hier ab %1 gezählt.</translation>
    </message>
    <message>
        <source>Open a shift and sell on; nothing is lost, and this message goes away with the next sync.</source>
        <translation>Öffnen Sie eine Schicht und verkaufen Sie weiter; es ist nichts verloren, und diese Meldung geht mit dem nächsten Abgleich weg.</translation>
    </message>
    <message>
        <source>Some records here were not those of the platform.</source>
        <translation>Einige Einträge hier waren nicht die der Plattform.</translation>
    </message>
    <message>
        <source>They are fetched anew; what was made here stays.</source>
        <translation>Sie werden neu geholt; was hier entstanden ist, bleibt.</translation>
    </message>
    <message>
        <source>Something came from the platform meanwhile.</source>
        <translation>Inzwischen kam etwas von der Plattform.</translation>
    </message>
    <message>
        <source>It is compared again soon.</source>
        <translation>Es wird bald wieder verglichen.</translation>
    </message>
    <message>
        <source>Nothing waits to be deleted.</source>
        <translation>Nichts wartet darauf, gelöscht zu werden.</translation>
    </message>
    <message>
        <source>Some records here are not those of the platform, and fetching them anew did not help.</source>
        <translation>Einige Einträge hier sind nicht die der Plattform, und sie neu zu holen hat nicht geholfen.</translation>
    </message>
    <message>
        <source>Selling goes on. Tell whoever looks after the platform.</source>
        <translation>Der Verkauf geht weiter. Sagen Sie es denen, die sich um die Plattform kümmern.</translation>
    </message>
    <message>
        <source>This device is not enrolled yet.</source>
        <translation>Dieses Gerät ist noch nicht angemeldet.</translation>
    </message>
    <message>
        <source>Run crema device enroll --platform URL --code CODE.</source>
        <translation>Führen Sie aus: crema device enroll --platform URL --code CODE.</translation>
    </message>
    <message>
        <source>%1 may take off at most %2 % of a sale.</source>
        <translation>%1 darf höchstens %2 % eines Verkaufs nachlassen.</translation>
    </message>
    <message>
        <source>Take off less, or ask a manager to do it.</source>
        <translation>Lassen Sie weniger nach oder bitten Sie die Leitung, es zu tun.</translation>
    </message>
    <message>
        <source>These people can approve it at the till with their PIN: %1.</source>
        <translation>Diese Personen können es an der Kasse mit ihrer PIN freigeben: %1.</translation>
    </message>
    <message>
        <source>Connect it to the network and sync. Selling goes on without.</source>
        <translation>Verbinden Sie es mit dem Netz und gleichen Sie ab. Verkaufen geht auch so weiter.</translation>
    </message>
    <message>
        <source>What was known of this customer was erased.</source>
        <translation>Was über diesen Kunden bekannt war, wurde gelöscht.</translation>
    </message>
    <message>
        <source>Add them as a new customer.</source>
        <translation>Legen Sie ihn als neuen Kunden an.</translation>
    </message>
    <message>
        <source>This device has not heard from the platform for more than %2, so it does not know whether %1 may still do this.</source>
        <translation>Dieses Gerät hat länger als erlaubt (%2) nichts von der Plattform gehört und weiß nicht, ob %1 dies noch darf.</translation>
    </message>
    <message>
        <source>Erased customer</source>
        <translation>Gelöschter Kunde</translation>
    </message>
    <message>
        <source>There is no setting “%1” here.</source>
        <translation>Eine Einstellung „%1“ gibt es hier nicht.</translation>
    </message>
    <message>
        <source>Look at the list of settings.</source>
        <translation>Sehen Sie die Liste der Einstellungen an.</translation>
    </message>
    <message>
        <source>There is no room on the disk to encrypt the local store.</source>
        <translation>Auf dem Datenträger ist kein Platz, um den lokalen Speicher zu verschlüsseln.</translation>
    </message>
    <message>
        <source>Free %1 MB, which it needs once, and start again.</source>
        <translation>Geben Sie %1 MB frei, die einmal gebraucht werden, und starten Sie erneut.</translation>
    </message>
    <message>
        <source>Put %1 back from a backup. If it is lost, move the store away and enrol this device again: what was sent comes back from the platform, and an export can be imported.</source>
        <translation>Stellen Sie %1 aus einer Sicherung wieder her. Ist die Datei verloren, verschieben Sie den Speicher und melden Sie dieses Gerät neu an: Was gesendet wurde, kommt von der Plattform zurück, und ein Export lässt sich importieren.</translation>
    </message>
    <message>
        <source>The key of the local store %1 is missing.</source>
        <translation>Der Schlüssel des lokalen Speichers %1 fehlt.</translation>
    </message>
    <message>
        <source>The local store %1 is encrypted with another key.</source>
        <translation>Der lokale Speicher %1 ist mit einem anderen Schlüssel verschlüsselt.</translation>
    </message>
    <message>
        <source>Erased person</source>
        <translation>Gelöschte Person</translation>
    </message>
    <message>
        <source>%1 may pay back at most %2 at once.</source>
        <translation>%1 darf auf einmal höchstens %2 erstatten.</translation>
    </message>
    <message>
        <source>Ask a manager to do it.</source>
        <translation>Bitten Sie eine Leitung darum.</translation>
    </message>
    <message>
        <source>What %1 counted is too far from what should be in the drawer.</source>
        <translation>Was %1 gezählt hat, weicht zu stark von dem ab, was in der Lade sein sollte.</translation>
    </message>
    <message>
        <source>Count again, or ask a manager to close the shift.</source>
        <translation>Zählen Sie noch einmal, oder bitten Sie die Leitung, die Schicht zu schließen.</translation>
    </message>
    <message>
        <source>In training nothing is recorded, so only sales can be practised.</source>
        <translation>Während der Übung wird nichts aufgezeichnet, daher können nur Verkäufe geübt werden.</translation>
    </message>
    <message>
        <source>End the training at the till first.</source>
        <translation>Beenden Sie zuerst die Übung an der Kasse.</translation>
    </message>
</context>
<context>
    <name>StoreCall</name>
    <message>
        <source>The program that holds the local store does not take commands.</source>
        <translation>Das Programm, das den lokalen Speicher offen hält, nimmt keine Befehle an.</translation>
    </message>
    <message>
        <source>Close that program, or choose another store with CREMA_STORE.</source>
        <translation>Schließen Sie dieses Programm oder wählen Sie mit CREMA_STORE einen anderen Speicher.</translation>
    </message>
    <message>
        <source>The program that holds the local store does not answer; nothing was done.</source>
        <translation>Das Programm, das den lokalen Speicher offen hält, antwortet nicht; es wurde nichts getan.</translation>
    </message>
    <message>
        <source>Look whether it waits for something, or end it; then run the command again.</source>
        <translation>Sehen Sie nach, ob es auf etwas wartet, oder beenden Sie es; führen Sie den Befehl dann noch einmal aus.</translation>
    </message>
    <message>
        <source>The local store is held by %1 (%2) of version %3, and this is version %4.</source>
        <translation>Den lokalen Speicher hält %1 (%2) der Version %3 offen; dies ist Version %4.</translation>
    </message>
    <message>
        <source>Close that program and start it again; then run the command again.</source>
        <translation>Schließen Sie dieses Programm und starten Sie es neu; führen Sie den Befehl dann noch einmal aus.</translation>
    </message>
    <message>
        <source>%1 (%2) took the command and stopped answering. It is not known whether it was done.</source>
        <translation>%1 (%2) hat den Befehl angenommen und antwortet nicht mehr. Ob er ausgeführt wurde, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>%1 (%2) took the command and ended before it answered. It is not known whether it was done.</source>
        <translation>%1 (%2) hat den Befehl angenommen und endete, bevor es antwortete. Ob er ausgeführt wurde, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Look whether it is there, with &quot;crema sync list&quot;, before you run it again.</source>
        <translation>Sehen Sie mit „crema sync list“ nach, ob es da ist, bevor Sie den Befehl noch einmal ausführen.</translation>
    </message>
</context>
<context>
    <name>StoreCheck</name>
    <message>
        <source>SQLite found damage: %1.</source>
        <translation>SQLite fand Schäden: %1.</translation>
    </message>
    <message>
        <source>Two sales have the same receipt number.</source>
        <translation>Zwei Verkäufe haben dieselbe Belegnummer.</translation>
    </message>
    <message>
        <source>A receipt number is missing.</source>
        <translation>Eine Belegnummer fehlt.</translation>
    </message>
</context>
<context>
    <name>StoreDoor</name>
    <message>
        <source>Other programs cannot reach the store that is open here: %1.</source>
        <translation>Andere Programme erreichen den hier offenen Speicher nicht: %1.</translation>
    </message>
    <message>
        <source>Commands that change something work once this program is closed.</source>
        <translation>Befehle, die etwas ändern, gehen erst, wenn dieses Programm geschlossen ist.</translation>
    </message>
</context>
<context>
    <name>SyncPanel</name>
    <message>
        <source>Sync</source>
        <translation>Abgleich</translation>
    </message>
    <message>
        <source>Close the sync panel</source>
        <translation>Abgleichfenster schließen</translation>
    </message>
    <message>
        <source>What waits for the platform</source>
        <translation>Was auf die Plattform wartet</translation>
    </message>
    <message>
        <source>What waits could not be read</source>
        <translation>Was wartet, konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>Nichts wartet</translation>
    </message>
    <message>
        <source>Everything that was made here is on the platform.</source>
        <translation>Alles, was hier entstanden ist, ist auf der Plattform.</translation>
    </message>
    <message>
        <source>Export what waits</source>
        <translation>Wartendes exportieren</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>what happened, and what to do about it</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>SyncPanelPresenter</name>
    <message>
        <source>This device is not enrolled yet, so nothing is sent. All of it is saved here.</source>
        <translation>Dieses Gerät ist noch nicht registriert, darum wird nichts gesendet. Alles ist hier gespeichert.</translation>
    </message>
    <message>
        <source>Everything made here is on the platform.</source>
        <translation>Alles hier Entstandene ist auf der Plattform.</translation>
    </message>
    <message>
        <source>What was made here is on its way.</source>
        <translation>Was hier entstanden ist, ist unterwegs.</translation>
    </message>
    <message>
        <source>Something else than the platform answers, such as the sign-in page of a network. Sign in there, then try again.</source>
        <translation>Etwas anderes als die Plattform antwortet, etwa die Anmeldeseite eines Netzes. Melden Sie sich dort an und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The platform is out of reach. Selling goes on: everything is saved here and goes out by itself.</source>
        <translation>Die Plattform ist nicht zu erreichen. Der Verkauf geht weiter: Alles ist hier gespeichert und geht von selbst hinaus.</translation>
    </message>
    <message>
        <source>Export what waits</source>
        <translation>Wartendes exportieren</translation>
    </message>
    <message>
        <source>You are offline.</source>
        <translation>Sie sind offline.</translation>
    </message>
    <message>
        <source>Sales are saved on this till and go out when the connection is back.</source>
        <translation>Verkäufe werden an dieser Kasse gespeichert und gehen hinaus, sobald die Verbindung wieder da ist.</translation>
    </message>
    <message>
        <source>Showing data as of %1.</source>
        <comment>a time of day</comment>
        <translation>Gezeigt wird der Stand von %1.</translation>
    </message>
    <message numerus="yes">
        <source>Show %n waiting</source>
        <translation>
            <numerusform>%n wartenden Vorgang zeigen</numerusform>
            <numerusform>%n wartende Vorgänge zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Last sent and fetched: %1</source>
        <comment>a moment</comment>
        <translation>Zuletzt gesendet und geholt: %1</translation>
    </message>
    <message>
        <source>Next try at %1</source>
        <comment>a time of day</comment>
        <translation>Nächster Versuch um %1</translation>
    </message>
    <message>
        <source>Enrol this device first.</source>
        <translation>Melden Sie zuerst dieses Gerät an.</translation>
    </message>
    <message>
        <source>It is being tried.</source>
        <translation>Es wird gerade versucht.</translation>
    </message>
    <message>
        <source>Nothing waits.</source>
        <translation>Nichts wartet.</translation>
    </message>
    <message>
        <source>Waits to be sent</source>
        <translation>Wartet auf das Senden</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>Everything else is sent and fetched.</source>
        <translation>Alles andere ist gesendet und geholt.</translation>
    </message>
    <message>
        <source>Everything is sent and fetched.</source>
        <translation>Alles ist gesendet und geholt.</translation>
    </message>
    <message numerus="yes">
        <source>%n saved to %1.</source>
        <comment>operations, a file</comment>
        <translation>
            <numerusform>%n Vorgang in %1 gespeichert.</numerusform>
            <numerusform>%n Vorgänge in %1 gespeichert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Jetzt senden</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>Changed in two places</source>
        <translation>An zwei Stellen geändert</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>Nicht angenommen</translation>
    </message>
    <message>
        <source>Waits for another change</source>
        <translation>Wartet auf eine andere Änderung</translation>
    </message>
    <message>
        <source>Let the records go</source>
        <translation>Einträge löschen lassen</translation>
    </message>
    <message>
        <source>Nothing is about to be deleted.</source>
        <translation>Es soll nichts gelöscht werden.</translation>
    </message>
    <message>
        <source>Ask a manager to decide.</source>
        <translation>Bitten Sie die Leitung zu entscheiden.</translation>
    </message>
    <message numerus="yes">
        <source>Let %n go</source>
        <comment>records that are deleted</comment>
        <translation>
            <numerusform>%n löschen lassen</numerusform>
            <numerusform>%n löschen lassen</numerusform>
        </translation>
    </message>
    <message>
        <source>Agreed. They go with the next changes that are fetched.</source>
        <translation>Zugestimmt. Sie gehen mit den nächsten Änderungen, die geholt werden.</translation>
    </message>
    <message>
        <source>Agreed. Now take them out of use once more.</source>
        <translation>Zugestimmt. Nehmen Sie sie jetzt noch einmal außer Gebrauch.</translation>
    </message>
    <message>
        <source>This device was shut out. Nothing is lost, and selling goes on. A manager lets it in again with a code.</source>
        <translation>Dieses Gerät wurde gesperrt. Nichts ist verloren, und der Verkauf geht weiter. Die Leitung lässt es mit einem Code wieder zu.</translation>
    </message>
    <message>
        <source>The platform does not accept this device any more. Nothing is lost: all of it is saved here. Ask whoever keeps the platform.</source>
        <translation>Die Plattform nimmt dieses Gerät nicht mehr an. Nichts ist verloren: Alles ist hier gesichert. Fragen Sie, wer die Plattform betreut.</translation>
    </message>
    <message>
        <source>Let this device in again</source>
        <translation>Dieses Gerät wieder zulassen</translation>
    </message>
    <message>
        <source>This device is not shut out.</source>
        <translation>Dieses Gerät ist nicht gesperrt.</translation>
    </message>
    <message>
        <source>Type the code.</source>
        <translation>Geben Sie den Code ein.</translation>
    </message>
    <message>
        <source>A manager makes it on the platform.</source>
        <translation>Die Leitung macht ihn auf der Plattform.</translation>
    </message>
</context>
<context>
    <name>SyncScreen</name>
    <message>
        <source>Sending and fetching</source>
        <translation>Wird gesendet und geholt</translation>
    </message>
    <message>
        <source>Nothing waits.</source>
        <translation>Nichts wartet.</translation>
    </message>
    <message>
        <source>SYNC</source>
        <translation>ABGLEICH</translation>
    </message>
    <message>
        <source>Choose 1-9</source>
        <translation>1-9 wählen</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jtz</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Jetzt senden</translation>
    </message>
    <message>
        <source>+</source>
        <translation>+</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>dev</source>
        <comment>short for devices</comment>
        <translation>ger</translation>
    </message>
    <message>
        <source>All devices</source>
        <translation>Alle Geräte</translation>
    </message>
    <message>
        <source>Write what is not sent to a file</source>
        <translation>Nicht Gesendetes in eine Datei schreiben</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>Here is what the platform does not have yet. It goes out by itself. Press the number of a line to see why it waits, or F2 to write all of it to a file for another register.</source>
        <translation>Hier steht, was die Plattform noch nicht hat. Es geht von selbst hinaus. Drücken Sie die Nummer einer Zeile, um zu sehen, warum sie wartet, oder F2, um alles in eine Datei für eine andere Kasse zu schreiben.</translation>
    </message>
    <message>
        <source>code</source>
        <translation>code</translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message numerus="yes">
        <source>Sending %n</source>
        <translation>
            <numerusform>%n wird gesendet</numerusform>
            <numerusform>%n werden gesendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending %1 of %n</source>
        <translation>
            <numerusform>%1 von %n wird gesendet</numerusform>
            <numerusform>%1 von %n wird gesendet</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved here</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>Synced</source>
        <translation>Abgeglichen</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Bitte prüfen</translation>
    </message>
    <message numerus="yes">
        <source>%n need attention</source>
        <translation>
            <numerusform>%n braucht Aufmerksamkeit</numerusform>
            <numerusform>%n brauchen Aufmerksamkeit</numerusform>
        </translation>
    </message>
    <message>
        <source>Sync stopped</source>
        <translation>Abgleich angehalten</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message numerus="yes">
        <source>Offline · %n waiting</source>
        <translation>
            <numerusform>Offline · %n wartet</numerusform>
            <numerusform>Offline · %n warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Shut out</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>Nicht angenommen</translation>
    </message>
</context>
<context>
    <name>TenderListPanel</name>
    <message>
        <source>As a part</source>
        <translation>Als Teil</translation>
    </message>
    <message>
        <source>P</source>
        <comment>the key</comment>
        <translation>P</translation>
    </message>
    <message>
        <source>Split evenly</source>
        <translation>Gleich teilen</translation>
    </message>
    <message>
        <source>S</source>
        <comment>the key</comment>
        <translation>S</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>action and its key</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Give back %1 %2</source>
        <comment>way of paying, amount</comment>
        <translation>%1 %2 zurückgeben</translation>
    </message>
    <message>
        <source>Being saved</source>
        <translation>Wird gespeichert</translation>
    </message>
    <message>
        <source>Entering now</source>
        <translation>Wird eingegeben</translation>
    </message>
    <message>
        <source>Exact amount</source>
        <translation>Genauer Betrag</translation>
    </message>
    <message>
        <source>The rest</source>
        <translation>Der Rest</translation>
    </message>
    <message>
        <source>Then still due</source>
        <translation>Danach noch offen</translation>
    </message>
    <message>
        <source>Change to give</source>
        <translation>Rückgeld</translation>
    </message>
    <message>
        <source>First of %1 equal parts: %2</source>
        <translation>Erster von %1 gleichen Teilen: %2</translation>
    </message>
    <message>
        <source>Change for the part before</source>
        <translation>Rückgeld für den Teil davor</translation>
    </message>
    <message>
        <source>%1 tip</source>
        <comment>amount</comment>
        <translation>%1 Trinkgeld</translation>
    </message>
</context>
<context>
    <name>Terminal</name>
    <message>
        <source>Screen too small %1x%2</source>
        <translation>Bildschirm zu klein %1x%2</translation>
    </message>
</context>
<context>
    <name>TerminalApplication</name>
    <message>
        <source>%1 does nothing here</source>
        <translation>%1 bewirkt hier nichts</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Main menu</source>
        <translation>Hauptmenü</translation>
    </message>
    <message>
        <source>Draw the screen anew</source>
        <translation>Bildschirm neu zeichnen</translation>
    </message>
</context>
<context>
    <name>TextScreen</name>
    <message>
        <source>+</source>
        <translation>+</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <source>This needs a yes, and nobody can be asked here.</source>
        <translation>Hier wird ein Ja gebraucht, und niemand kann gefragt werden.</translation>
    </message>
    <message>
        <source>Add --yes, or --dry-run to see what would be done.</source>
        <translation>Ergänzen Sie --yes, oder --dry-run, um zu sehen, was geschähe.</translation>
    </message>
    <message>
        <source>Nothing was done: the answer was no.</source>
        <translation>Nichts wurde getan: Die Antwort war Nein.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is empty.</source>
        <translation>„%1“ ist leer.</translation>
    </message>
    <message>
        <source>Write the secret into it, on one line.</source>
        <translation>Schreiben Sie das Geheimnis auf eine Zeile hinein.</translation>
    </message>
    <message>
        <source>%1 is needed, and nobody can be asked here.</source>
        <translation>%1 wird gebraucht, und niemand kann gefragt werden.</translation>
    </message>
    <message>
        <source>Give --%1 FILE (&quot;-&quot; reads standard input), or set %2.</source>
        <translation>Geben Sie --%1 DATEI an („-“ liest die Standardeingabe) oder setzen Sie %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be read: %2.</source>
        <translation>„%1“ ist nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>Check the path and that you may read the file.</source>
        <translation>Prüfen Sie den Pfad und ob Sie die Datei lesen dürfen.</translation>
    </message>
    <message>
        <source>There is no standard input to read.</source>
        <translation>Es gibt keine Standardeingabe zu lesen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; holds more than %2 bytes.</source>
        <translation>„%1“ enthält mehr als %2 Byte.</translation>
    </message>
    <message>
        <source>Check that it is the right file.</source>
        <translation>Prüfen Sie, ob es die richtige Datei ist.</translation>
    </message>
    <message>
        <source>A product has no field &quot;%1&quot; to import.</source>
        <translation>Ein Produkt hat kein Feld „%1“ zum Einlesen.</translation>
    </message>
    <message>
        <source>It has: %1.</source>
        <translation>Es hat: %1.</translation>
    </message>
    <message>
        <source>The file has no column &quot;%1&quot;.</source>
        <translation>Die Datei hat keine Spalte „%1“.</translation>
    </message>
    <message>
        <source>The first line does not name the columns: a name, and a barcode or SKU, are needed.</source>
        <translation>Die erste Zeile nennt die Spalten nicht: Ein Name und ein Barcode oder eine SKU sind nötig.</translation>
    </message>
    <message>
        <source>Name them in the first line, or say which is which, for example: --column name=%1.</source>
        <translation>Nennen Sie sie in der ersten Zeile, oder sagen Sie, welche welche ist, zum Beispiel: --column name=%1.</translation>
    </message>
    <message>
        <source>The row has %1 fields; the first line names %2.</source>
        <translation>Die Zeile hat %1 Felder; die erste Zeile nennt %2.</translation>
    </message>
    <message>
        <source>Put fields that hold a separator in quotes.</source>
        <translation>Setzen Sie Felder, die ein Trennzeichen enthalten, in Anführungszeichen.</translation>
    </message>
    <message>
        <source>The row has no name.</source>
        <translation>Die Zeile hat keinen Namen.</translation>
    </message>
    <message>
        <source>Give the product a name.</source>
        <translation>Geben Sie dem Produkt einen Namen.</translation>
    </message>
    <message>
        <source>The row has neither a barcode nor a SKU.</source>
        <translation>Die Zeile hat weder Barcode noch SKU.</translation>
    </message>
    <message>
        <source>Give the product one of them.</source>
        <translation>Geben Sie dem Produkt eines davon.</translation>
    </message>
    <message>
        <source>Line %1 of this file has the same code.</source>
        <translation>Zeile %1 dieser Datei hat denselben Code.</translation>
    </message>
    <message>
        <source>Keep one of the two rows.</source>
        <translation>Behalten Sie eine der beiden Zeilen.</translation>
    </message>
    <message>
        <source>No customer fits &quot;%1&quot;.</source>
        <translation>Kein Kunde passt zu „%1“.</translation>
    </message>
    <message>
        <source>Run &quot;crema customer list --filter TEXT&quot; to look for one.</source>
        <translation>Suchen Sie mit „crema customer list --filter TEXT“.</translation>
    </message>
    <message>
        <source>More than one customer fits &quot;%1&quot;.</source>
        <translation>Mehr als ein Kunde passt zu „%1“.</translation>
    </message>
    <message>
        <source>Write more of the name, or the id from &quot;crema customer list&quot;.</source>
        <translation>Schreiben Sie mehr vom Namen oder die Kennung aus „crema customer list“.</translation>
    </message>
    <message>
        <source>Nobody is signed in here.</source>
        <translation>Hier ist niemand angemeldet.</translation>
    </message>
    <message>
        <source>Say who: crema user pin NAME</source>
        <translation>Sagen Sie, wer: crema user pin NAME</translation>
    </message>
    <message>
        <source>This register has had no shift yet.</source>
        <translation>Diese Kasse hatte noch keine Schicht.</translation>
    </message>
    <message>
        <source>Open one: crema shift open --float 10000</source>
        <translation>Öffnen Sie eine: crema shift open --float 10000</translation>
    </message>
    <message>
        <source>This device is not enrolled at a platform.</source>
        <translation>Dieses Gerät ist an keiner Plattform registriert.</translation>
    </message>
    <message>
        <source>Run: crema device enroll --platform URL --code CODE</source>
        <translation>Führen Sie aus: crema device enroll --platform URL --code CODE</translation>
    </message>
    <message>
        <source>Stopped; what was sent stays sent.</source>
        <translation>Angehalten; was gesendet wurde, bleibt gesendet.</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>On hand</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Kategorien</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>Bezahlt mit</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>Verkauft von</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Copy the folder of the store to a safe place, then run &quot;crema db check&quot;.</source>
        <translation>Kopieren Sie den Ordner des Speichers an einen sicheren Ort, dann führen Sie „crema db check“ aus.</translation>
    </message>
    <message>
        <source>The store %1 is sound: %2 products, %3 sales.</source>
        <translation>Der Speicher %1 ist in Ordnung: %2 Produkte, %3 Verkäufe.</translation>
    </message>
    <message>
        <source>Stock cannot change by %1.</source>
        <translation>Der Bestand kann sich nicht um %1 ändern.</translation>
    </message>
    <message>
        <source>Write a whole number from 1 to %1, with a minus to take away.</source>
        <translation>Schreiben Sie eine ganze Zahl von 1 bis %1, mit Minus zum Wegnehmen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be set here.</source>
        <translation>„%1“ lässt sich hier nicht setzen.</translation>
    </message>
    <message>
        <source>The platform decides it for all its devices.</source>
        <translation>Die Plattform entscheidet es für alle ihre Geräte.</translation>
    </message>
    <message>
        <source>Run &quot;crema config show --origin&quot; to see what does.</source>
        <translation>„crema config show --origin“ zeigt, was es bestimmt.</translation>
    </message>
    <message>
        <source>Register %1</source>
        <translation>Kasse %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a discount and its amount</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>Rundung</translation>
    </message>
    <message>
        <source>VAT %1 of %2</source>
        <comment>rate, net amount</comment>
        <translation>MwSt. %1 auf %2</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Rückgeld</translation>
    </message>
    <message numerus="yes">
        <source>%n items</source>
        <translation>
            <numerusform>%n Artikel</numerusform>
            <numerusform>%n Artikel</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved here</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>The sale and its receipt number are in this shop&apos;s store.</source>
        <translation>Der Verkauf und seine Belegnummer sind im Speicher dieses Ladens.</translation>
    </message>
    <message>
        <source>Waits to be sent</source>
        <translation>Wartet auf das Senden</translation>
    </message>
    <message>
        <source>It goes out by itself as soon as the platform answers.</source>
        <translation>Er geht von selbst hinaus, sobald die Plattform antwortet.</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>The platform has not confirmed it yet. It is sent again if need be.</source>
        <translation>Die Plattform hat ihn noch nicht bestätigt. Er wird bei Bedarf noch einmal gesendet.</translation>
    </message>
    <message>
        <source>On the platform</source>
        <translation>Auf der Plattform</translation>
    </message>
    <message>
        <source>Everybody who may see this sale has it.</source>
        <translation>Alle, die diesen Verkauf sehen dürfen, haben ihn.</translation>
    </message>
    <message>
        <source>The platform did not take it as it is. Nothing is lost.</source>
        <translation>Die Plattform hat ihn so nicht angenommen. Nichts ist verloren.</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Bitte prüfen</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <comment>a duration, such as 11 min</comment>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>yesterday, %1</source>
        <comment>a time of day</comment>
        <translation>gestern, %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a short date and a time of day</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>days</comment>
        <translation>%1 T</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a long date and a time with seconds</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Give the file by its path instead of &quot;-&quot;.</source>
        <translation>Geben Sie statt „-“ den Pfad der Datei an.</translation>
    </message>
    <message>
        <source>Run it again to send the rest.</source>
        <translation>Starten Sie den Abgleich noch einmal, um den Rest zu senden.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Grams</source>
        <translation>Gramm</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>Stück</translation>
    </message>
    <message>
        <source>A tax class that is not known here</source>
        <translation>Eine hier unbekannte Steuerklasse</translation>
    </message>
    <message>
        <source>“%1” is not a whole number of grams.</source>
        <translation>„%1“ ist keine ganze Zahl von Gramm.</translation>
    </message>
    <message>
        <source>Write digits only.</source>
        <translation>Schreiben Sie nur Ziffern.</translation>
    </message>
    <message>
        <source>There is nothing to decide under the id %1.</source>
        <translation>Unter der Nummer %1 ist nichts zu entscheiden.</translation>
    </message>
    <message>
        <source>Run: crema sync list --attention</source>
        <translation>Führen Sie aus: crema sync list --attention</translation>
    </message>
    <message>
        <source>Standard input cannot be read.</source>
        <translation>Die Standardeingabe lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>Give the file by its path.</source>
        <translation>Geben Sie die Datei mit ihrem Pfad an.</translation>
    </message>
    <message>
        <source>The temporary file for standard input cannot be written: %1.</source>
        <translation>Die temporäre Datei für die Standardeingabe lässt sich nicht schreiben: %1.</translation>
    </message>
    <message>
        <source>Make room on the disk, or give the file by its path.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger oder geben Sie die Datei mit ihrem Pfad an.</translation>
    </message>
    <message>
        <source>Work at risk</source>
        <comment>a device; a badge</comment>
        <translation>Arbeit in Gefahr</translation>
    </message>
    <message>
        <source>Not sending</source>
        <comment>a device; a badge</comment>
        <translation>Sendet nicht</translation>
    </message>
    <message>
        <source>Disk full</source>
        <comment>a device; a badge</comment>
        <translation>Datenträger voll</translation>
    </message>
    <message>
        <source>Clock wrong</source>
        <comment>a device; a badge</comment>
        <translation>Uhr falsch</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <comment>a device; a badge</comment>
        <translation>Bitte prüfen</translation>
    </message>
    <message>
        <source>Silent</source>
        <comment>a device; a badge</comment>
        <translation>Still</translation>
    </message>
    <message>
        <source>Never seen</source>
        <comment>a device; a badge</comment>
        <translation>Nie gesehen</translation>
    </message>
    <message>
        <source>Clock off</source>
        <comment>a device; a badge</comment>
        <translation>Uhr ungenau</translation>
    </message>
    <message>
        <source>On a detour</source>
        <comment>a device; a badge</comment>
        <translation>Auf Umweg</translation>
    </message>
    <message>
        <source>never</source>
        <comment>when a device was last heard of</comment>
        <translation>nie</translation>
    </message>
    <message>
        <source>now</source>
        <comment>when a device was last heard of</comment>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <comment>a duration, such as 3 d</comment>
        <translation>vor %1</translation>
    </message>
    <message numerus="yes">
        <source>%n sales</source>
        <translation>
            <numerusform>%n Verkauf</numerusform>
            <numerusform>%n Verkäufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes</source>
        <translation>
            <numerusform>%n Änderung</numerusform>
            <numerusform>%n Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 more</source>
        <comment>sales that wait, and how much else</comment>
        <translation>%1, %2 weitere</translation>
    </message>
    <message>
        <source>right</source>
        <comment>a clock</comment>
        <translation>richtig</translation>
    </message>
    <message>
        <source>%1 slow</source>
        <comment>a clock, by a duration</comment>
        <translation>%1 nach</translation>
    </message>
    <message>
        <source>%1 fast</source>
        <comment>a clock, by a duration</comment>
        <translation>%1 vor</translation>
    </message>
    <message>
        <source>%1 free</source>
        <comment>room on a disk</comment>
        <translation>%1 frei</translation>
    </message>
    <message>
        <source>%1-%2</source>
        <comment>location and register, as receipt numbers have them</comment>
        <translation>%1-%2</translation>
    </message>
    <message>
        <source>Work waits on a device that is silent</source>
        <translation>Auf einem stillen Gerät wartet Arbeit</translation>
    </message>
    <message>
        <source>Something does not go out</source>
        <translation>Etwas geht nicht hinaus</translation>
    </message>
    <message>
        <source>The disk is nearly full</source>
        <translation>Der Datenträger ist fast voll</translation>
    </message>
    <message>
        <source>The clock is wrong</source>
        <translation>Die Uhr geht falsch</translation>
    </message>
    <message>
        <source>Somebody has to decide</source>
        <translation>Jemand muss entscheiden</translation>
    </message>
    <message>
        <source>Silent for a long time</source>
        <translation>Seit Langem still</translation>
    </message>
    <message>
        <source>Never seen</source>
        <translation>Nie gesehen</translation>
    </message>
    <message>
        <source>The clock is a little off</source>
        <translation>Die Uhr geht etwas ungenau</translation>
    </message>
    <message>
        <source>On a detour</source>
        <translation>Auf Umweg</translation>
    </message>
    <message>
        <source>Not seen for %1; waiting on it then: %2. Switch it on where it reaches the platform: what waits goes out by itself.</source>
        <comment>a duration, what waits</comment>
        <translation>Seit %1 nicht gesehen; damals warteten: %2. Schalten Sie es dort ein, wo es die Plattform erreicht: Was wartet, geht von selbst hinaus.</translation>
    </message>
    <message>
        <source>It is in contact, but the oldest of what waits is %1 old. Open its sync panel to see why.</source>
        <comment>a duration</comment>
        <translation>Es hat Kontakt, aber das Älteste, was wartet, ist %1 alt. Öffnen Sie dort den Abgleich, um den Grund zu sehen.</translation>
    </message>
    <message>
        <source>It warns before it takes money. Free some space on it: %1.</source>
        <comment>room on a disk</comment>
        <translation>Es warnt, bevor es Geld nimmt. Schaffen Sie dort Platz: %1.</translation>
    </message>
    <message>
        <source>It goes %1. Set it right on the device; selling goes on, and the order of sales is right all the same.</source>
        <comment>as in: 3 min slow</comment>
        <translation>Sie geht %1. Stellen Sie sie am Gerät richtig; der Verkauf geht weiter, und die Reihenfolge der Verkäufe stimmt trotzdem.</translation>
    </message>
    <message numerus="yes">
        <source>%n changes made on it wait for a decision. They stand in the sync panel of every device of this location.</source>
        <translation>
            <numerusform>%n dort gemachte Änderung wartet auf eine Entscheidung. Sie steht im Abgleich jedes Geräts dieses Standorts.</numerusform>
            <numerusform>%n dort gemachte Änderungen warten auf eine Entscheidung. Sie stehen im Abgleich jedes Geräts dieses Standorts.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not seen for %1; nothing was waiting on it. If it is not in use any more, revoke it.</source>
        <comment>a duration</comment>
        <translation>Seit %1 nicht gesehen; es wartete nichts. Wenn es nicht mehr gebraucht wird, sperren Sie es.</translation>
    </message>
    <message>
        <source>Enrolled %1 ago and not seen since. If it was a try, revoke it.</source>
        <comment>a duration</comment>
        <translation>Vor %1 angemeldet und seitdem nicht gesehen. Wenn es ein Versuch war, sperren Sie es.</translation>
    </message>
    <message numerus="yes">
        <source>%n addresses of the platform do not answer it, so it uses another one.</source>
        <translation>
            <numerusform>%n Adresse der Plattform antwortet ihm nicht; es nimmt eine andere.</numerusform>
            <numerusform>%n Adressen der Plattform antworten ihm nicht; es nimmt eine andere.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not seen yet</source>
        <translation>Noch nicht gesehen</translation>
    </message>
    <message>
        <source>It was enrolled a short time ago and has not told anything.</source>
        <translation>Es wurde vor Kurzem angemeldet und hat noch nichts gemeldet.</translation>
    </message>
    <message>
        <source>In contact</source>
        <translation>In Kontakt</translation>
    </message>
    <message>
        <source>Nothing about it needs a person.</source>
        <translation>Nichts daran braucht jemanden.</translation>
    </message>
    <message>
        <source>At rest</source>
        <translation>In Ruhe</translation>
    </message>
    <message>
        <source>Not seen for %1. Nothing about it needs a person.</source>
        <comment>a duration</comment>
        <translation>Seit %1 nicht gesehen. Nichts daran braucht jemanden.</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Letzter Kontakt</translation>
    </message>
    <message>
        <source>nothing</source>
        <comment>what waits</comment>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Oldest of it</source>
        <translation>Ältestes davon</translation>
    </message>
    <message>
        <source>Not taken by the platform</source>
        <translation>Von der Plattform nicht angenommen</translation>
    </message>
    <message>
        <source>Last sent and fetched</source>
        <translation>Zuletzt gesendet und geholt</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Kasse</translation>
    </message>
    <message>
        <source>Enrolled</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>%1, store of format %2</source>
        <comment>a version, a number</comment>
        <translation>%1, Speicher im Format %2</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Datenträger</translation>
    </message>
    <message>
        <source>Local store</source>
        <translation>Lokaler Speicher</translation>
    </message>
    <message>
        <source>Store last checked</source>
        <translation>Speicher zuletzt geprüft</translation>
    </message>
    <message>
        <source>Last round of sync</source>
        <translation>Letzte Runde des Abgleichs</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Addresses of the platform</source>
        <translation>Adressen der Plattform</translation>
    </message>
    <message>
        <source>%1 of %2 answer</source>
        <translation>%1 von %2 antworten</translation>
    </message>
    <message>
        <source>As of %1</source>
        <comment>a time of day</comment>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>Another sale has the same number</source>
        <translation>Ein anderer Verkauf hat dieselbe Nummer</translation>
    </message>
    <message>
        <source>Two stores sold under the name of one register. Both sales are kept and counted; a customer who comes back is found by time and amount.</source>
        <translation>Zwei Datenspeicher haben unter dem Namen einer Kasse verkauft. Beide Verkäufe sind da und zählen; wer mit dem Beleg wiederkommt, wird über Zeit und Betrag gefunden.</translation>
    </message>
    <message>
        <source>Sales take day:today, day:7d, day:2026-11-20, state:queued, state:sending, state:synced, state:attention, shift:this and a part of the receipt number.</source>
        <translation>Verkäufe findet man mit day:today, day:7d, day:2026-11-20, state:queued, state:sending, state:synced, state:attention, shift:this und einem Teil der Belegnummer.</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n Ort</numerusform>
            <numerusform>%n Orte</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody here is called &quot;%1&quot;.</source>
        <translation>Hier heißt niemand „%1“.</translation>
    </message>
    <message>
        <source>Run &quot;crema person list&quot; to see who works here.</source>
        <translation>„crema person list“ zeigt, wer hier arbeitet.</translation>
    </message>
    <message>
        <source>More than one person fits &quot;%1&quot;.</source>
        <translation>Mehr als eine Person passt zu „%1“.</translation>
    </message>
    <message>
        <source>Write more of the name, or the id from &quot;crema person list&quot;.</source>
        <translation>Schreiben Sie mehr vom Namen, oder die Id aus „crema person list“.</translation>
    </message>
    <message>
        <source>No device is called &quot;%1&quot;.</source>
        <translation>Kein Gerät heißt „%1“.</translation>
    </message>
    <message>
        <source>Run &quot;crema device list&quot; to see all of them.</source>
        <translation>„crema device list“ zeigt alle.</translation>
    </message>
    <message>
        <source>More than one device is called &quot;%1&quot;.</source>
        <translation>Mehr als ein Gerät heißt „%1“.</translation>
    </message>
    <message>
        <source>Write its register instead, for example MAIN-1.</source>
        <translation>Schreiben Sie stattdessen seine Kasse, zum Beispiel MAIN-1.</translation>
    </message>
    <message>
        <source>another place</source>
        <translation>ein anderer Standort</translation>
    </message>
    <message>
        <source>taken away</source>
        <comment>a PIN</comment>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>set</source>
        <comment>a PIN</comment>
        <translation>gesetzt</translation>
    </message>
    <message>
        <source>of the platform itself</source>
        <comment>a chain</comment>
        <translation>der Plattform selbst</translation>
    </message>
    <message>
        <source>The trail keeps no values of this entry.</source>
        <translation>Zu diesem Eintrag hält das Protokoll keine Werte fest.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>what somebody said of offers by e-mail, and how</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Shut out</source>
        <comment>a device; a badge</comment>
        <translation>Ausgesperrt</translation>
    </message>
    <message>
        <source>Lost</source>
        <comment>why a device was shut out</comment>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>Stolen</source>
        <comment>why a device was shut out</comment>
        <translation>Gestohlen</translation>
    </message>
    <message>
        <source>Broken</source>
        <comment>why a device was shut out</comment>
        <translation>Kaputt</translation>
    </message>
    <message>
        <source>Sold</source>
        <comment>why a device was shut out</comment>
        <translation>Verkauft</translation>
    </message>
    <message>
        <source>Not in use any more</source>
        <comment>why a device was shut out</comment>
        <translation>Nicht mehr in Gebrauch</translation>
    </message>
    <message>
        <source>Shut out %1?</source>
        <comment>a device</comment>
        <translation>%1 aussperren?</translation>
    </message>
    <message>
        <source>From now on the platform takes nothing from it and tells it nothing, and whoever is signed in on it is signed out. What it has not sent stays on its disk. It cannot be taken back: it comes in again only with a code that is typed on it.</source>
        <translation>Ab jetzt nimmt die Plattform nichts von ihm und sagt ihm nichts, und wer darauf angemeldet ist, wird abgemeldet. Was es nicht gesendet hat, bleibt auf seiner Platte. Das lässt sich nicht zurücknehmen: Es kommt nur mit einem Code wieder herein, der auf ihm eingetippt wird.</translation>
    </message>
    <message>
        <source>This is the device that you are at.</source>
        <translation>Das ist das Gerät, an dem Sie gerade sind.</translation>
    </message>
    <message>
        <source>When it was last heard of (%1), this waited on it: %2.</source>
        <comment>3 d ago, what waits</comment>
        <translation>Als es sich zuletzt meldete (%1), wartete darauf: %2.</translation>
    </message>
    <message>
        <source>Shut out</source>
        <comment>a button</comment>
        <translation>Aussperren</translation>
    </message>
    <message>
        <source>Shut out</source>
        <translation>Ausgesperrt</translation>
    </message>
    <message>
        <source>Since %1. Why: %2.</source>
        <comment>a moment, a reason</comment>
        <translation>Seit %1. Warum: %2.</translation>
    </message>
    <message>
        <source>Since %1.</source>
        <comment>a moment</comment>
        <translation>Seit %1.</translation>
    </message>
    <message>
        <source>Work may be missing</source>
        <translation>Arbeit fehlt vielleicht</translation>
    </message>
    <message>
        <source>When it was last heard of, this waited on it: %1. It is on its disk, unless it arrived meanwhile.</source>
        <comment>what waits</comment>
        <translation>Als es sich zuletzt meldete, wartete darauf: %1. Das liegt auf seiner Platte, falls es nicht inzwischen ankam.</translation>
    </message>
    <message>
        <source>A shift of it is open</source>
        <translation>Eine Schicht ist offen</translation>
    </message>
    <message>
        <source>As far as has arrived, the drawer of %1-%2 was not closed. Only the device itself closes it.</source>
        <comment>location and register, as receipt numbers have them</comment>
        <translation>Soweit angekommen, wurde die Kasse von %1-%2 nicht abgeschlossen. Nur das Gerät selbst schließt sie ab.</translation>
    </message>
    <message>
        <source>everything up to its operation %1</source>
        <translation>alles bis zu seinem Vorgang %1</translation>
    </message>
    <message>
        <source>nothing</source>
        <comment>what arrived</comment>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Its auditor&apos;s journal</source>
        <translation>Sein Prüfjournal</translation>
    </message>
    <message>
        <source>%1 entries, the last is %2</source>
        <comment>a number, the first digits of a hash</comment>
        <translation>%1 Einträge, der letzte ist %2</translation>
    </message>
    <message>
        <source>not for you to see</source>
        <comment>a cost</comment>
        <translation>für Sie nicht sichtbar</translation>
    </message>
    <message>
        <source>taken away</source>
        <comment>a badge</comment>
        <translation>entzogen</translation>
    </message>
    <message>
        <source>made</source>
        <comment>a badge</comment>
        <translation>erstellt</translation>
    </message>
    <message>
        <source>%1, moves to %2</source>
        <comment>two locations</comment>
        <translation>%1, zieht nach %2 um</translation>
    </message>
    <message>
        <source>Run &quot;crema person show NAME --json&quot; to see the id.</source>
        <translation>„crema person show NAME --json“ zeigt die Kennung.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the id of a person.</source>
        <translation>„%1“ ist keine Kennung einer Person.</translation>
    </message>
    <message>
        <source>No printer is called &quot;%1&quot;.</source>
        <translation>Kein Drucker heißt „%1“.</translation>
    </message>
    <message>
        <source>Choose one of %1.</source>
        <translation>Wählen Sie eine von: %1.</translation>
    </message>
    <message>
        <source>A line has %1 to %2 characters.</source>
        <translation>Eine Zeile hat %1 bis %2 Zeichen.</translation>
    </message>
    <message>
        <source>80 mm paper has 48 or 42, 58 mm paper has 32.</source>
        <translation>Papier von 80 mm hat 48 oder 42, Papier von 58 mm hat 32.</translation>
    </message>
    <message>
        <source>Nothing was counted.</source>
        <translation>Es wurde nichts gezählt.</translation>
    </message>
    <message>
        <source>Say --counted MINOR, or --piece MINOR*COUNT for each note and coin.</source>
        <translation>Geben Sie --counted MINOR an, oder --piece MINOR*COUNT für jeden Schein und jede Münze.</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Rücknahme</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Umtausch</translation>
    </message>
    <message>
        <source>Return without a receipt</source>
        <translation>Rücknahme ohne Bon</translation>
    </message>
    <message>
        <source>Return of %1</source>
        <translation>Rücknahme von %1</translation>
    </message>
    <message>
        <source>not back into stock</source>
        <translation>nicht zurück in den Bestand</translation>
    </message>
    <message>
        <source>%1 kept as a fee</source>
        <translation>%1 als Gebühr einbehalten</translation>
    </message>
    <message numerus="yes">
        <source>%n items came back</source>
        <translation>
            <numerusform>%n Artikel kam zurück</numerusform>
            <numerusform>%n Artikel kamen zurück</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 came back</source>
        <comment>two quantities</comment>
        <translation>%1 von %2 kamen zurück</translation>
    </message>
    <message>
        <source>Something came back</source>
        <translation>Etwas kam zurück</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>receipt number, amount</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Paid back: %1</source>
        <comment>by cash, by card</comment>
        <translation>Ausgezahlt: %1</translation>
    </message>
    <message>
        <source>Scan the code of an article, or the test code shown here, three times.</source>
        <translation>Scannen Sie dreimal den Code eines Artikels oder den Testcode hier.</translation>
    </message>
    <message>
        <source>Nobody can tell where the code “%1” begins and ends.</source>
        <translation>Niemand kann sagen, wo der Code „%1“ beginnt und endet.</translation>
    </message>
    <message>
        <source>The scans begin or end differently.</source>
        <translation>Die Scans beginnen oder enden verschieden.</translation>
    </message>
    <message>
        <source>Nothing was scanned.</source>
        <translation>Es wurde nichts gescannt.</translation>
    </message>
    <message>
        <source>Tip</source>
        <translation>Trinkgeld</translation>
    </message>
    <message>
        <source>This gift card is not known here.</source>
        <translation>Diese Gutscheinkarte ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>Fetch the latest changes: it may have been sold elsewhere just now.</source>
        <translation>Holen Sie die neuesten Änderungen: Sie kann eben anderswo verkauft worden sein.</translation>
    </message>
</context>
<context>
    <name>TileListModel</name>
    <message>
        <source>%1, %2, %3 in the cart</source>
        <translation>%1, %2, %3 im Warenkorb</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2, asks for the variant, %3 in the cart</source>
        <translation>%1, %2, fragt nach der Variante, %3 im Warenkorb</translation>
    </message>
    <message>
        <source>%1, %2, asks for the variant</source>
        <translation>%1, %2, fragt nach der Variante</translation>
    </message>
</context>
<context>
    <name>TillPage</name>
    <message>
        <source>Look up</source>
        <translation>Nachschlagen</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Lassen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>Kasse</translation>
    </message>
    <message>
        <source>A sale of %1 was open when the program ended.</source>
        <translation>Ein Verkauf über %1 war offen, als das Programm endete.</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>Damit weitermachen</translation>
    </message>
    <message>
        <source>0–9</source>
        <translation>0–9</translation>
    </message>
    <message>
        <source>3 *</source>
        <translation>3 *</translation>
    </message>
    <message>
        <source>Three of the next item</source>
        <translation>Drei vom nächsten Artikel</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Take the quantity, the tile or the money</source>
        <translation>Menge, Kachel oder Geld übernehmen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>One step back; nothing is lost</source>
        <translation>Ein Schritt zurück; nichts geht verloren</translation>
    </message>
    <message>
        <source>Search products</source>
        <translation>Produkte suchen</translation>
    </message>
    <message>
        <source>1–9</source>
        <translation>1–9</translation>
    </message>
    <message>
        <source>Choose a variant</source>
        <translation>Variante wählen</translation>
    </message>
    <message>
        <source>R</source>
        <translation>R</translation>
    </message>
    <message>
        <source>After paying: show the receipt</source>
        <translation>Nach dem Bezahlen: Beleg zeigen</translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>After paying: no receipt, next sale</source>
        <translation>Nach dem Bezahlen: kein Beleg, nächster Verkauf</translation>
    </message>
    <message>
        <source>A sale of %1 is parked.</source>
        <translation>Ein Verkauf über %1 ist geparkt.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Lines that can no longer be sold: %1</source>
        <translation>Zeilen, die nicht mehr verkauft werden können: %1</translation>
    </message>
    <message>
        <source>Quantity of the selected line; while paying, the amount</source>
        <translation>Menge der gewählten Zeile; beim Bezahlen der Betrag</translation>
    </message>
    <message>
        <source>C, D, A</source>
        <translation>C, D, A</translation>
    </message>
    <message>
        <source>While paying: in cash, by card, on account</source>
        <translation>Beim Bezahlen: bar, mit Karte, auf Rechnung</translation>
    </message>
    <message>
        <source>P, S</source>
        <translation>P, S</translation>
    </message>
    <message>
        <source>While paying: take a part, split evenly</source>
        <translation>Beim Bezahlen: einen Teil nehmen, gleich teilen</translation>
    </message>
    <message>
        <source>A–Z, /</source>
        <comment>keys</comment>
        <translation>A–Z, /</translation>
    </message>
    <message>
        <source>T</source>
        <comment>the key</comment>
        <translation>T</translation>
    </message>
    <message>
        <source>While paying: note a tip and the slip of a card</source>
        <translation>Beim Bezahlen: Trinkgeld und Kartenbeleg notieren</translation>
    </message>
</context>
<context>
    <name>TillPresenter</name>
    <message>
        <source>“%1” is not the address of a platform.</source>
        <translation>„%1“ ist nicht die Adresse einer Plattform.</translation>
    </message>
    <message>
        <source>Type it as your manager gave it to you, such as https://shop.example.</source>
        <translation>Tippen Sie sie so, wie Sie sie von der Leitung haben, etwa https://laden.example.</translation>
    </message>
    <message>
        <source>The one-time code is missing.</source>
        <translation>Der Einmalcode fehlt.</translation>
    </message>
    <message>
        <source>Ask your manager for a code of this location.</source>
        <translation>Bitten Sie die Leitung um einen Code dieses Standorts.</translation>
    </message>
    <message>
        <source>Enrolling this device at %1…</source>
        <translation>Dieses Gerät wird an %1 registriert …</translation>
    </message>
    <message>
        <source>A drawer cannot hold less than nothing.</source>
        <translation>Eine Lade kann nicht weniger als nichts enthalten.</translation>
    </message>
    <message>
        <source>Type the cash that lies in it.</source>
        <translation>Tippen Sie das Bargeld, das darin liegt.</translation>
    </message>
    <message>
        <source>The shift is open with %1 in the drawer.</source>
        <translation>Die Schicht ist offen, mit %1 in der Lade.</translation>
    </message>
    <message>
        <source>Search products</source>
        <translation>Produkte suchen</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>Kassieren</translation>
    </message>
    <message>
        <source>Back to sale</source>
        <translation>Zurück zum Verkauf</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>The cart is empty.</source>
        <translation>Der Warenkorb ist leer.</translation>
    </message>
    <message>
        <source>Undo brings it back.</source>
        <translation>„Rückgängig“ bringt ihn zurück.</translation>
    </message>
    <message>
        <source>New sale</source>
        <translation>Neuer Verkauf</translation>
    </message>
    <message>
        <source>Open a shift first.</source>
        <translation>Öffnen Sie zuerst eine Schicht.</translation>
    </message>
    <message>
        <source>The cart is fixed while money changes hands.</source>
        <translation>Der Warenkorb steht fest, solange gezahlt wird.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Es gibt nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>No payment is under way.</source>
        <translation>Es läuft keine Zahlung.</translation>
    </message>
    <message>
        <source>The present sale is not paid yet.</source>
        <translation>Der jetzige Verkauf ist noch nicht bezahlt.</translation>
    </message>
    <message>
        <source>Take %1 cash</source>
        <translation>%1 bar nehmen</translation>
    </message>
    <message>
        <source>The sale is being saved.</source>
        <translation>Der Verkauf wird gespeichert.</translation>
    </message>
    <message>
        <source>Pay %1</source>
        <translation>%1 kassieren</translation>
    </message>
    <message>
        <source>A payment is under way, so nothing was added.</source>
        <translation>Eine Zahlung läuft, deshalb wurde nichts hinzugefügt.</translation>
    </message>
    <message>
        <source>Take the payment or go back to the sale, then scan again.</source>
        <translation>Nehmen Sie die Zahlung an oder gehen Sie zum Verkauf zurück, dann scannen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Nothing can be sold yet.</source>
        <translation>Noch kann nichts verkauft werden.</translation>
    </message>
    <message>
        <source>“%1” has no price, so it cannot be sold.</source>
        <translation>„%1“ hat keinen Preis und lässt sich nicht verkaufen.</translation>
    </message>
    <message>
        <source>Give it a price in the catalog, then scan it again.</source>
        <translation>Geben Sie ihm im Katalog einen Preis, dann scannen Sie noch einmal.</translation>
    </message>
    <message>
        <source>“%1” is in the cart too often to add more.</source>
        <translation>„%1“ ist zu oft im Warenkorb, um mehr hinzuzufügen.</translation>
    </message>
    <message>
        <source>Start another sale for the rest.</source>
        <translation>Beginnen Sie für den Rest einen neuen Verkauf.</translation>
    </message>
    <message>
        <source>%1 added.</source>
        <translation>%1 hinzugefügt.</translation>
    </message>
    <message>
        <source>Type the weight in grams and press Enter.</source>
        <translation>Tippen Sie das Gewicht in Gramm und drücken Sie die Eingabetaste.</translation>
    </message>
    <message>
        <source>%1 removed.</source>
        <translation>%1 entfernt.</translation>
    </message>
    <message>
        <source>The last change is undone.</source>
        <translation>Die letzte Änderung ist rückgängig gemacht.</translation>
    </message>
    <message>
        <source>%1 ×</source>
        <translation>%1 ×</translation>
    </message>
    <message>
        <source>Look up %1?</source>
        <translation>%1 nachschlagen?</translation>
    </message>
    <message>
        <source>It is too long for a quantity.</source>
        <translation>Es ist zu lang für eine Menge.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>location and register</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Crema</source>
        <translation>Crema</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>%1 fehlt</translation>
    </message>
    <message>
        <source>%1 is not enough: %2.</source>
        <translation>%1 genügt nicht: %2.</translation>
    </message>
    <message>
        <source>Type what the customer hands over.</source>
        <translation>Tippen Sie, was der Kunde gibt.</translation>
    </message>
    <message>
        <source>%1 cash for %2</source>
        <translation>%1 bar für %2</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Total paid</source>
        <translation>Summe bezahlt</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Rückgeld</translation>
    </message>
    <message>
        <source>Sale %1 is saved.</source>
        <translation>Verkauf %1 ist gespeichert.</translation>
    </message>
    <message>
        <source>All items</source>
        <translation>Alle Artikel</translation>
    </message>
    <message>
        <source>No price</source>
        <translation>Kein Preis</translation>
    </message>
    <message>
        <source>%1 each</source>
        <translation>je %1</translation>
    </message>
    <message>
        <source>%1 × %2, %3, line %4 of %5</source>
        <translation>%1 × %2, %3, Zeile %4 von %5</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Subtotal</source>
        <translation>Zwischensumme</translation>
    </message>
    <message>
        <source>Discounts</source>
        <translation>Rabatte</translation>
    </message>
    <message>
        <source>Incl. VAT</source>
        <translation>inkl. MwSt.</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Steuer</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>Rundung</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>The cart was emptied.</source>
        <translation>Der Warenkorb wurde geleert.</translation>
    </message>
    <message>
        <source>Back to products</source>
        <translation>Zurück zu den Produkten</translation>
    </message>
    <message>
        <source>No variant is asked for.</source>
        <translation>Es wird nach keiner Variante gefragt.</translation>
    </message>
    <message>
        <source>%1 removed from the cart</source>
        <translation>%1 aus dem Warenkorb entfernt</translation>
    </message>
    <message>
        <source>That sale is not open any more, so nothing was put back.</source>
        <translation>Dieser Verkauf ist nicht mehr offen, deshalb wurde nichts zurückgelegt.</translation>
    </message>
    <message>
        <source>Add the item to the present sale instead.</source>
        <translation>Fügen Sie den Artikel stattdessen dem jetzigen Verkauf hinzu.</translation>
    </message>
    <message>
        <source>A variant of “%1” is asked for, so the code was not taken.</source>
        <translation>Es wird nach einer Variante von „%1“ gefragt, deshalb wurde der Code nicht angenommen.</translation>
    </message>
    <message>
        <source>Choose one or press Esc, then scan again.</source>
        <translation>Wählen Sie eine oder drücken Sie Esc, dann scannen Sie noch einmal.</translation>
    </message>
    <message>
        <source>The sale goes on.</source>
        <translation>Der Verkauf geht weiter.</translation>
    </message>
    <message>
        <source>Check the items before you take the money.</source>
        <translation>Prüfen Sie die Artikel, bevor Sie das Geld nehmen.</translation>
    </message>
    <message>
        <source>from %1</source>
        <comment>the lowest price of several</comment>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>as labelled</source>
        <translation>laut Etikett</translation>
    </message>
    <message>
        <source>The local store is open now.</source>
        <translation>Der lokale Speicher ist jetzt offen.</translation>
    </message>
    <message>
        <source>The local store is not open. It is tried again by itself.</source>
        <translation>Der lokale Speicher ist nicht offen. Es wird von selbst wieder versucht.</translation>
    </message>
    <message>
        <source>The local store is being read.</source>
        <translation>Der lokale Speicher wird gelesen.</translation>
    </message>
    <message>
        <source>The price of %1 has changed to %2.</source>
        <translation>Der Preis von %1 beträgt jetzt %2.</translation>
    </message>
    <message>
        <source>“%1” is archived, so it cannot be sold.</source>
        <translation>„%1“ ist archiviert und kann deshalb nicht verkauft werden.</translation>
    </message>
    <message>
        <source>Take it out of the archive in the catalog, then scan it again.</source>
        <translation>Holen Sie den Artikel im Katalog aus dem Archiv und scannen Sie ihn noch einmal.</translation>
    </message>
    <message>
        <source>No amount is entered.</source>
        <translation>Es ist kein Betrag eingegeben.</translation>
    </message>
    <message>
        <source>%1 in cash for %2 cannot be right.</source>
        <translation>%1 bar für %2 kann nicht stimmen.</translation>
    </message>
    <message>
        <source>%1 in cash for %2 gives %3 back.</source>
        <comment>amounts</comment>
        <translation>%1 bar für %2 ergibt %3 Rückgeld.</translation>
    </message>
    <message>
        <source>If that is right, take it once more.</source>
        <translation>Wenn das stimmt, nehmen Sie ihn noch einmal an.</translation>
    </message>
    <message>
        <source>Give it back first, or take the rest.</source>
        <translation>Geben Sie es zuerst zurück, oder nehmen Sie den Rest.</translation>
    </message>
    <message>
        <source>Only cash gives change</source>
        <translation>Nur auf Bargeld gibt es Rückgeld</translation>
    </message>
    <message>
        <source>%1 is more than is due.</source>
        <translation>%1 ist mehr, als offen ist.</translation>
    </message>
    <message>
        <source>Only cash gives change.</source>
        <translation>Nur auf Bargeld gibt es Rückgeld.</translation>
    </message>
    <message>
        <source>Type all that is due, or take this as a part of it.</source>
        <translation>Tippen Sie alles, was offen ist, oder nehmen Sie dies als Teil davon.</translation>
    </message>
    <message>
        <source>Pay in cash</source>
        <translation>Bar zahlen</translation>
    </message>
    <message>
        <source>Pay by card</source>
        <translation>Mit Karte zahlen</translation>
    </message>
    <message>
        <source>Put on account</source>
        <translation>Auf Rechnung setzen</translation>
    </message>
    <message>
        <source>Take as a part</source>
        <translation>Als Teil nehmen</translation>
    </message>
    <message>
        <source>Split evenly</source>
        <translation>Gleich teilen</translation>
    </message>
    <message>
        <source>A part is paid already.</source>
        <translation>Ein Teil ist schon bezahlt.</translation>
    </message>
    <message>
        <source>Type an amount that is less than what is due.</source>
        <translation>Tippen Sie einen Betrag, der kleiner ist als der offene.</translation>
    </message>
    <message>
        <source>There is too little to split.</source>
        <translation>Es ist zu wenig zum Teilen.</translation>
    </message>
    <message>
        <source>Take %1 by card</source>
        <translation>%1 mit Karte nehmen</translation>
    </message>
    <message>
        <source>Put %1 on account</source>
        <translation>%1 auf Rechnung setzen</translation>
    </message>
    <message>
        <source>%1 of this sale is paid already.</source>
        <translation>%1 dieses Verkaufs ist schon bezahlt.</translation>
    </message>
    <message>
        <source>Needs a customer</source>
        <translation>Braucht einen Kunden</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Bezahlt</translation>
    </message>
    <message>
        <source>%1 cannot be taken as a part.</source>
        <translation>%1 geht nicht als Teil.</translation>
    </message>
    <message>
        <source>Type an amount that there are coins for, or take all that is due.</source>
        <translation>Tippen Sie einen Betrag, für den es Münzen gibt, oder nehmen Sie alles, was offen ist.</translation>
    </message>
    <message>
        <source>%1 is paid, %2 is still due.</source>
        <translation>%1 ist bezahlt, %2 ist noch offen.</translation>
    </message>
    <message>
        <source>%1 by card does not count any more. Cancel it on the card terminal too.</source>
        <translation>%1 mit Karte zählt nicht mehr. Stornieren Sie es auch am Kartengerät.</translation>
    </message>
    <message>
        <source>%1 does not count any more. Give it back.</source>
        <translation>%1 zählt nicht mehr. Geben Sie es zurück.</translation>
    </message>
    <message>
        <source>%1 cash</source>
        <translation>%1 bar</translation>
    </message>
    <message>
        <source>%1 by card</source>
        <translation>%1 mit Karte</translation>
    </message>
    <message>
        <source>%1 on account</source>
        <translation>%1 auf Rechnung</translation>
    </message>
    <message>
        <source>Nothing to pay</source>
        <translation>Nichts zu zahlen</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <comment>what was handed over, what was due</comment>
        <translation>%1 für %2</translation>
    </message>
    <message>
        <source>Only the sale of a company goes on account: a customer with a tax id.</source>
        <translation>Auf Rechnung geht nur der Verkauf an ein Unternehmen: einen Kunden mit Steuernummer.</translation>
    </message>
    <message>
        <source>Only for companies</source>
        <translation>Nur für Unternehmen</translation>
    </message>
    <message>
        <source>%1 is paid: give %2 back. %3 is still due.</source>
        <translation>%1 ist bezahlt: Geben Sie %2 zurück. %3 ist noch offen.</translation>
    </message>
    <message>
        <source>Tip</source>
        <translation>Trinkgeld</translation>
    </message>
    <message>
        <source>Tip and card slip</source>
        <translation>Trinkgeld und Kartenbeleg</translation>
    </message>
    <message>
        <source>%1, tip %2</source>
        <comment>way of paying, amount</comment>
        <translation>%1, Trinkgeld %2</translation>
    </message>
    <message>
        <source>Only a card has a slip, and this shop takes no tips.</source>
        <translation>Nur eine Karte hat einen Beleg, und dieser Laden nimmt kein Trinkgeld.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>a rate</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>This shop takes no tips at the till.</source>
        <translation>Dieser Laden nimmt an der Kasse kein Trinkgeld.</translation>
    </message>
    <message>
        <source>It can be set under Settings, Shop.</source>
        <translation>Das lässt sich unter Einstellungen, Laden einstellen.</translation>
    </message>
    <message>
        <source>A tip of %1 is more than the %2 that are paid.</source>
        <translation>Ein Trinkgeld von %1 ist mehr als die %2, die bezahlt werden.</translation>
    </message>
    <message>
        <source>Type the tip again.</source>
        <translation>Tippen Sie das Trinkgeld noch einmal.</translation>
    </message>
    <message>
        <source>“%1” is no tip.</source>
        <translation>„%1“ ist kein Trinkgeld.</translation>
    </message>
    <message>
        <source>Type an amount such as 2.00, or 10%.</source>
        <translation>Tippen Sie einen Betrag wie 2,00 oder 10%.</translation>
    </message>
    <message>
        <source>%1: choose one</source>
        <comment>a kind of options</comment>
        <translation>%1: eine wählen</translation>
    </message>
    <message>
        <source>%1: choose %2 to %3</source>
        <comment>a kind of options, how many</comment>
        <translation>%1: %2 bis %3 wählen</translation>
    </message>
    <message>
        <source>%1: choose up to %2</source>
        <comment>a kind of options, how many</comment>
        <translation>%1: bis zu %2 wählen</translation>
    </message>
    <message>
        <source>+%1</source>
        <comment>an amount</comment>
        <translation>+%1</translation>
    </message>
    <message>
        <source>None of them</source>
        <translation>Nichts davon</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>The options of “%1” are asked for.</source>
        <translation>Nach den Optionen von „%1“ wird gefragt.</translation>
    </message>
    <message>
        <source>Choose them, or go back to leave it out.</source>
        <translation>Wählen Sie sie, oder gehen Sie zurück, um es wegzulassen.</translation>
    </message>
    <message>
        <source>A digit of this gift card is wrong or missing.</source>
        <translation>Eine Ziffer dieser Gutscheinkarte ist falsch oder fehlt.</translation>
    </message>
    <message>
        <source>Scan it again.</source>
        <translation>Scannen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Take %1 from the gift card</source>
        <translation>%1 von der Gutscheinkarte nehmen</translation>
    </message>
    <message>
        <source>Take %1 of store credit</source>
        <translation>%1 vom Guthaben nehmen</translation>
    </message>
    <message>
        <source>It pays %1 of what is due.</source>
        <translation>Sie zahlt %1 von dem, was offen ist.</translation>
    </message>
    <message>
        <source>Take that as a part; the rest follows.</source>
        <translation>Nehmen Sie das als Teil; der Rest folgt.</translation>
    </message>
    <message>
        <source>It pays all that is due.</source>
        <comment>gift card</comment>
        <translation>Sie zahlt alles, was offen ist.</translation>
    </message>
    <message>
        <source>Nothing is left on this gift card.</source>
        <translation>Auf dieser Gutscheinkarte ist nichts mehr.</translation>
    </message>
    <message>
        <source>Take the amount in another way.</source>
        <translation>Nehmen Sie den Betrag anders.</translation>
    </message>
    <message>
        <source>%1 is left on the gift card.</source>
        <translation>Auf der Gutscheinkarte sind noch %1.</translation>
    </message>
    <message>
        <source>%1 of store credit can be used.</source>
        <translation>%1 Guthaben kann verwendet werden.</translation>
    </message>
    <message>
        <source>%1 of store credit is left.</source>
        <translation>Es bleiben %1 Guthaben.</translation>
    </message>
    <message>
        <source>Pay by store credit</source>
        <translation>Mit Guthaben bezahlen</translation>
    </message>
    <message>
        <source>This customer has no store credit.</source>
        <translation>Diese Kundin oder dieser Kunde hat kein Guthaben.</translation>
    </message>
    <message>
        <source>%1 by gift card</source>
        <translation>%1 mit Gutscheinkarte</translation>
    </message>
    <message>
        <source>%1 of store credit</source>
        <translation>%1 vom Guthaben</translation>
    </message>
    <message>
        <source>Practise paying %1</source>
        <translation>Bezahlen üben: %1</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>That was practised: nothing is saved.</source>
        <translation>Das war eine Übung: nichts ist gespeichert.</translation>
    </message>
    <message>
        <source>Total, training</source>
        <translation>Summe, Übung</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Favoriten</translation>
    </message>
    <message>
        <source>Taking something back is not practised.</source>
        <translation>Rücknahmen werden nicht geübt.</translation>
    </message>
    <message>
        <source>End the training first.</source>
        <translation>Beenden Sie zuerst die Übung.</translation>
    </message>
    <message>
        <source>Take nothing back</source>
        <translation>Nichts zurücknehmen</translation>
    </message>
    <message>
        <source>Nothing is sold yet.</source>
        <translation>Noch ist nichts verkauft.</translation>
    </message>
    <message>
        <source>Nothing comes back.</source>
        <translation>Nichts kommt zurück.</translation>
    </message>
    <message>
        <source>Pay back %1</source>
        <translation>%1 auszahlen</translation>
    </message>
    <message>
        <source>Change due</source>
        <translation>Rückgeld</translation>
    </message>
    <message>
        <source>No change</source>
        <translation>Kein Rückgeld</translation>
    </message>
    <message>
        <source>A payment is under way at the till.</source>
        <translation>An der Kasse läuft eine Zahlung.</translation>
    </message>
    <message>
        <source>Take the payment or go back to the sale, then try again.</source>
        <translation>Schließen Sie die Zahlung ab oder gehen Sie zurück zum Verkauf, dann versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The sale at the till takes back something of %1 already.</source>
        <translation>Der Verkauf an der Kasse nimmt schon etwas von %1 zurück.</translation>
    </message>
    <message>
        <source>Finish it first: each receipt has a return of its own.</source>
        <translation>Schließen Sie ihn zuerst ab: Jeder Beleg hat eine eigene Rücknahme.</translation>
    </message>
    <message>
        <source>What comes back is credit of this sale.</source>
        <translation>Was zurückkommt, ist ein Guthaben dieses Verkaufs.</translation>
    </message>
    <message>
        <source>Add what is bought instead, then pay.</source>
        <translation>Fügen Sie hinzu, was stattdessen gekauft wird, dann bezahlen Sie.</translation>
    </message>
    <message>
        <source>%1 does not come back any more.</source>
        <translation>%1 kommt doch nicht zurück.</translation>
    </message>
    <message>
        <source>Comes back</source>
        <translation>Kommt zurück</translation>
    </message>
    <message>
        <source>%1 kept</source>
        <translation>%1 einbehalten</translation>
    </message>
    <message>
        <source>%1 × %2 comes back, %3, line %4 of %5</source>
        <translation>%1 × %2 kommt zurück, %3, Zeile %4 von %5</translation>
    </message>
    <message>
        <source>Bought</source>
        <translation>Gekauft</translation>
    </message>
    <message>
        <source>Nothing is to be paid</source>
        <translation>Es ist nichts zu zahlen</translation>
    </message>
    <message>
        <source>Pay back</source>
        <translation>Auszahlen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a way of paying and an amount</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Paid back</source>
        <translation>Ausgezahlt</translation>
    </message>
    <message>
        <source>Hand out in cash</source>
        <translation>Bar auszahlen</translation>
    </message>
    <message>
        <source>No cash is handed out</source>
        <translation>Nichts wird bar ausgezahlt</translation>
    </message>
    <message>
        <source>Taken back and exchanged</source>
        <translation>Zurückgenommen und umgetauscht</translation>
    </message>
    <message>
        <source>Pay this back the way it was paid, such as at the card terminal.</source>
        <translation>Zahlen Sie dies so aus, wie es bezahlt wurde, etwa am Kartenterminal.</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Zurücknehmen</translation>
    </message>
</context>
<context>
    <name>TillScreen</name>
    <message>
        <source>TILL %1</source>
        <translation>KASSE %1</translation>
    </message>
    <message>
        <source>q %1</source>
        <translation>Mg %1</translation>
    </message>
    <message>
        <source>Cash in drawer</source>
        <translation>Bargeld in der Lade</translation>
    </message>
    <message>
        <source>Scan item</source>
        <translation>Artikel scannen</translation>
    </message>
    <message>
        <source>Scan item %1</source>
        <translation>Artikel scannen %1</translation>
    </message>
    <message>
        <source>Cash received</source>
        <translation>Erhaltenes Bargeld</translation>
    </message>
    <message>
        <source>Scan next item</source>
        <translation>Nächsten Artikel scannen</translation>
    </message>
    <message>
        <source>The drawer is closed. Type the cash that lies in it to open a shift.</source>
        <translation>Die Lade ist geschlossen. Tippen Sie das Bargeld darin, um eine Schicht zu öffnen.</translation>
    </message>
    <message>
        <source>Digits count from the right: 10000 is 100.00.</source>
        <translation>Ziffern zählen von rechts: 10000 ist 100,00.</translation>
    </message>
    <message>
        <source>pay</source>
        <translation>zhl</translation>
    </message>
    <message>
        <source>fnd</source>
        <translation>suc</translation>
    </message>
    <message>
        <source>del</source>
        <translation>lös</translation>
    </message>
    <message>
        <source>un</source>
        <translation>zur</translation>
    </message>
    <message>
        <source>rcp</source>
        <translation>bel</translation>
    </message>
    <message>
        <source>Show receipt</source>
        <translation>Beleg zeigen</translation>
    </message>
    <message>
        <source>Type the cash in the drawer and press Enter.</source>
        <translation>Tippen Sie das Bargeld in der Lade und drücken Sie die Eingabetaste.</translation>
    </message>
    <message>
        <source>Type the amount in digits only, such as 5000 for 50.00</source>
        <translation>Tippen Sie den Betrag nur in Ziffern, etwa 5000 für 50,00</translation>
    </message>
    <message>
        <source>Type the amount in digits only, such as 10000 for 100.00</source>
        <translation>Tippen Sie den Betrag nur in Ziffern, etwa 10000 für 100,00</translation>
    </message>
    <message>
        <source>There is no line %1</source>
        <translation>Es gibt keine Zeile %1</translation>
    </message>
    <message>
        <source>PAY</source>
        <translation>ZAHLEN</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Press the number of how the customer pays.</source>
        <translation>Drücken Sie die Nummer der Zahlungsart des Kunden.</translation>
    </message>
    <message>
        <source>You scanned</source>
        <translation>Gescannt</translation>
    </message>
    <message>
        <source>NOT SOLD</source>
        <translation>NICHT VERKAUFT</translation>
    </message>
    <message>
        <source>Platform address</source>
        <translation>Adresse der Plattform</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>Einmalcode</translation>
    </message>
    <message>
        <source>This device has no register yet.</source>
        <translation>Dieses Gerät hat noch keine Kasse.</translation>
    </message>
    <message>
        <source>Type the address of the platform as your manager gave it to you.</source>
        <translation>Tippen Sie die Adresse der Plattform so, wie die Leitung sie Ihnen gegeben hat.</translation>
    </message>
    <message>
        <source>Type or scan the one-time code for %1.</source>
        <translation>Tippen oder scannen Sie den Einmalcode für %1.</translation>
    </message>
    <message>
        <source>Type the address of the platform, then the one-time code for this shop.</source>
        <translation>Tippen Sie die Adresse der Plattform, dann den Einmalcode für diesen Laden.</translation>
    </message>
    <message>
        <source>Scan the next item, or press 1 to see the receipt.</source>
        <translation>Scannen Sie den nächsten Artikel, oder drücken Sie 1, um den Beleg zu sehen.</translation>
    </message>
    <message>
        <source>Scan an item, or type 2* and scan for two. A number and F7 takes that line out.</source>
        <translation>Scannen Sie einen Artikel, oder tippen Sie 2* und scannen Sie für zwei. Eine Nummer und F7 nimmt diese Zeile heraus.</translation>
    </message>
    <message>
        <source>RESUME SALE</source>
        <translation>WEITER VERKAUFEN</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>Resume sale</source>
        <translation>Verkauf fortsetzen</translation>
    </message>
    <message>
        <source>Lines that can no longer be sold: %1</source>
        <translation>Zeilen, die nicht mehr verkauft werden können: %1</translation>
    </message>
    <message>
        <source>This sale was not finished when the program ended. Press 1 to go on with it.</source>
        <translation>Dieser Verkauf war nicht fertig, als das Programm endete. Drücken Sie 1, um damit weiterzumachen.</translation>
    </message>
    <message>
        <source>CHECK AMOUNT</source>
        <translation>BETRAG PRÜFEN</translation>
    </message>
    <message>
        <source>It is right</source>
        <translation>Er stimmt</translation>
    </message>
    <message>
        <source>Type it again</source>
        <translation>Neu eingeben</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Erhalten</translation>
    </message>
    <message>
        <source>Count the money again. Press 1 if the amount is right.</source>
        <translation>Zählen Sie das Geld noch einmal. Drücken Sie 1, wenn der Betrag stimmt.</translation>
    </message>
    <message>
        <source>prk</source>
        <translation>prk</translation>
    </message>
    <message>
        <source>PARKED SALE</source>
        <translation>GEPARKTER VERKAUF</translation>
    </message>
    <message>
        <source>No, park it</source>
        <translation>Nein, parken</translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Press 1 to go on with this sale, 2 to leave it parked, 3 when nobody wants it any more.</source>
        <translation>Drücken Sie 1, um mit diesem Verkauf weiterzumachen, 2, um ihn geparkt zu lassen, 3, wenn ihn niemand mehr will.</translation>
    </message>
    <message>
        <source>Press 1, 2 or 3 before scanning on</source>
        <translation>Drücken Sie 1, 2 oder 3, bevor Sie weiterscannen</translation>
    </message>
    <message>
        <source>Amount by card</source>
        <translation>Kartenbetrag</translation>
    </message>
    <message>
        <source>Amount on account</source>
        <translation>Rechnungsbetrag</translation>
    </message>
    <message>
        <source>prt</source>
        <translation>tei</translation>
    </message>
    <message>
        <source>Give back the last part</source>
        <translation>Letzten Teil zurückgeben</translation>
    </message>
    <message>
        <source>spl</source>
        <translation>gle</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>way of paying, amount</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Nothing is paid yet</source>
        <translation>Noch ist nichts bezahlt</translation>
    </message>
    <message>
        <source>hld</source>
        <translation>prk</translation>
    </message>
    <message>
        <source>mor</source>
        <translation>mhr</translation>
    </message>
    <message>
        <source>More for this sale</source>
        <translation>Mehr zu diesem Verkauf</translation>
    </message>
    <message>
        <source>SALE</source>
        <translation>VERKAUF</translation>
    </message>
    <message>
        <source>Discount on line</source>
        <translation>Rabatt Zeile</translation>
    </message>
    <message>
        <source>Discount on sale</source>
        <translation>Rabatt Verkauf</translation>
    </message>
    <message>
        <source>Note on line</source>
        <translation>Notiz Zeile</translation>
    </message>
    <message>
        <source>Note on sale</source>
        <translation>Notiz Verkauf</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Check a price</source>
        <translation>Preis prüfen</translation>
    </message>
    <message>
        <source>Why this price</source>
        <translation>Warum dieser Preis</translation>
    </message>
    <message>
        <source>chg %1</source>
        <comment>change to give, very short</comment>
        <translation>zur. %1</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Zurückgeben</translation>
    </message>
    <message>
        <source>Paid %1</source>
        <comment>way of paying</comment>
        <translation>Bezahlt %1</translation>
    </message>
    <message>
        <source>tip</source>
        <translation>tg</translation>
    </message>
    <message>
        <source>Type what the customer hands over and press Enter. F6 takes it as a part, F8 splits evenly, F9 notes a tip and the slip of a card.</source>
        <translation>Tippen Sie, was der Kunde gibt, und drücken Sie Enter. F6 nimmt es als Teil, F8 teilt gleichmäßig, F9 notiert Trinkgeld und Kartenbeleg.</translation>
    </message>
    <message>
        <source>There are enough of them.</source>
        <translation>Davon sind es genug.</translation>
    </message>
    <message>
        <source>Press the number of an option. F3 leaves the item out.</source>
        <translation>Drücken Sie die Nummer einer Option. F3 lässt den Artikel weg.</translation>
    </message>
    <message>
        <source>TRAINING %1</source>
        <translation>ÜBUNG %1</translation>
    </message>
    <message>
        <source>TRAINING: nothing is recorded</source>
        <translation>ÜBUNG: nichts wird aufgezeichnet</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Enter pays it back and records it. F3 goes back to the sale.</source>
        <translation>Enter zahlt es aus und hält es fest. F3 geht zurück zum Verkauf.</translation>
    </message>
    <message>
        <source>Comes back</source>
        <translation>Kommt zurück</translation>
    </message>
    <message>
        <source>COMES BACK</source>
        <translation>KOMMT ZURÜCK</translation>
    </message>
    <message>
        <source>This line, no receipt</source>
        <translation>Diese Zeile, ohne Beleg</translation>
    </message>
    <message>
        <source>Ring up first what comes back.</source>
        <translation>Erfassen Sie zuerst, was zurückkommt.</translation>
    </message>
</context>
<context>
    <name>TillTexts</name>
    <message>
        <source>%1 / kg</source>
        <translation>%1 / kg</translation>
    </message>
    <message>
        <source>%1 / %2 g</source>
        <translation>%1 / %2 g</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 g</source>
        <translation>%1 g</translation>
    </message>
    <message>
        <source>%1 in stock</source>
        <translation>%1 auf Lager</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
</context>
<context>
    <name>TimeWords</name>
    <message>
        <source>MMM d</source>
        <comment>short date, month first, as QLocale writes formats</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>short date, day first, as QLocale writes formats</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>%1 yyyy</source>
        <comment>short date and year, as QLocale writes formats</comment>
        <translation>%1 yyyy</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>+%1</source>
        <comment>how many earlier steps can be undone as well</comment>
        <translation>+%1</translation>
    </message>
    <message numerus="yes">
        <source>%n more can be undone</source>
        <translation>
            <numerusform>%n weiterer Schritt kann zurückgenommen werden</numerusform>
            <numerusform>%n weitere Schritte können zurückgenommen werden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrainingPresenter</name>
    <message>
        <source>Training</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>TRAINING</source>
        <translation>ÜBUNG</translation>
    </message>
    <message>
        <source>Training: nothing that is sold here is recorded.</source>
        <translation>Übung: Nichts, was hier verkauft wird, wird aufgezeichnet.</translation>
    </message>
    <message>
        <source>Take no money. Receipts are not valid.</source>
        <translation>Nehmen Sie kein Geld an. Belege sind nicht gültig.</translation>
    </message>
    <message>
        <source>The sale is being saved.</source>
        <translation>Der Verkauf wird gespeichert.</translation>
    </message>
    <message>
        <source>Finish or hold the present sale first.</source>
        <translation>Schließen Sie zuerst den jetzigen Verkauf ab oder parken Sie ihn.</translation>
    </message>
    <message>
        <source>The cart is fixed while money changes hands.</source>
        <translation>Der Warenkorb steht fest, solange bezahlt wird.</translation>
    </message>
    <message>
        <source>Open a shift first.</source>
        <translation>Öffnen Sie zuerst eine Schicht.</translation>
    </message>
    <message>
        <source>End training</source>
        <translation>Übung beenden</translation>
    </message>
    <message>
        <source>Begin training</source>
        <translation>Übung beginnen</translation>
    </message>
    <message>
        <source>The training is over: the till records again.</source>
        <translation>Die Übung ist beendet: Die Kasse zeichnet wieder auf.</translation>
    </message>
</context>
<context>
    <name>UnknownCodePresenter</name>
    <message>
        <source>%1 is in the catalog now</source>
        <translation>%1 ist jetzt im Katalog</translation>
    </message>
    <message>
        <source>%1 belongs to %2 now</source>
        <translation>%1 gehört jetzt zu %2</translation>
    </message>
</context>
<context>
    <name>UnknownCodeStrip</name>
    <message>
        <source>Create product</source>
        <translation>Produkt anlegen</translation>
    </message>
    <message>
        <source>Link to existing</source>
        <translation>Mit Vorhandenem verbinden</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Ignorieren</translation>
    </message>
    <message>
        <source>Esc</source>
        <comment>the key</comment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Whose code is %1?</source>
        <translation>Wessen Code ist %1?</translation>
    </message>
    <message>
        <source>Code %1 not found</source>
        <translation>Code %1 nicht gefunden</translation>
    </message>
    <message>
        <source>Search the product and choose it: the code is its own from then on.</source>
        <translation>Suchen Sie das Produkt und wählen Sie es: Von da an gehört der Code dazu.</translation>
    </message>
    <message>
        <source>Nothing was added to the sale.</source>
        <translation>Dem Verkauf wurde nichts hinzugefügt.</translation>
    </message>
</context>
<context>
    <name>UnreceiptedDialog</name>
    <message>
        <source>What is credited for each</source>
        <translation>Was für jedes gutgeschrieben wird</translation>
    </message>
    <message>
        <source>Back into stock</source>
        <translation>Zurück in den Bestand</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Comes back without a receipt</source>
        <translation>Kommt ohne Beleg zurück</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Why it comes back</source>
        <translation>Warum es zurückkommt</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>what comes back, its price today</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>UnreceiptedPresenter</name>
    <message>
        <source>It costs %1 today, and not more is credited without a receipt.</source>
        <translation>Es kostet heute %1, und mehr wird ohne Beleg nicht gutgeschrieben.</translation>
    </message>
    <message>
        <source>Credit less, or ask somebody who may change prices.</source>
        <translation>Schreiben Sie weniger gut, oder fragen Sie jemanden, der Preise ändern darf.</translation>
    </message>
    <message>
        <source>Comes back without a receipt</source>
        <translation>Kommt ohne Beleg zurück</translation>
    </message>
    <message>
        <source>No cart is open.</source>
        <translation>Kein Verkauf ist offen.</translation>
    </message>
    <message>
        <source>Ring up first what comes back.</source>
        <translation>Erfassen Sie zuerst, was zurückkommt.</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1 each today</source>
        <translation>heute je %1</translation>
    </message>
    <message>
        <source>Select a line of the cart first.</source>
        <translation>Wählen Sie zuerst eine Zeile des Verkaufs.</translation>
    </message>
    <message>
        <source>Less than nothing cannot be credited.</source>
        <translation>Weniger als nichts kann nicht gutgeschrieben werden.</translation>
    </message>
    <message>
        <source>Somebody who may types their PIN for it when it is paid.</source>
        <translation>Jemand, der es darf, tippt dafür beim Bezahlen die PIN.</translation>
    </message>
    <message>
        <source>%1 comes back without a receipt.</source>
        <translation>%1 kommt ohne Beleg zurück.</translation>
    </message>
    <message>
        <source>Undo brings the line back.</source>
        <translation>Rückgängig holt die Zeile zurück.</translation>
    </message>
</context>
<context>
    <name>UnreceiptedScreen</name>
    <message>
        <source>COMES BACK</source>
        <translation>KOMMT ZURÜCK</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>digit and entry</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>What is credited for each? Enter: today&apos;s price. Digits count from the right.</source>
        <translation>Was wird für jedes gutgeschrieben? Enter: der heutige Preis. Die Ziffern zählen von rechts.</translation>
    </message>
    <message>
        <source>Why does it come back?</source>
        <translation>Warum kommt es zurück?</translation>
    </message>
    <message>
        <source>Can it be sold again?</source>
        <translation>Kann es wieder verkauft werden?</translation>
    </message>
    <message>
        <source>Back into stock</source>
        <translation>Zurück in den Bestand</translation>
    </message>
    <message>
        <source>Not into stock</source>
        <translation>Nicht in den Bestand</translation>
    </message>
    <message>
        <source>Price or Enter</source>
        <translation>Preis oder Enter</translation>
    </message>
    <message>
        <source>1-5 or Enter</source>
        <translation>1-5 oder Enter</translation>
    </message>
    <message>
        <source>1-2, Enter is 1</source>
        <translation>1-2, Enter ist 1</translation>
    </message>
    <message>
        <source>1-2, Enter is 2</source>
        <translation>1-2, Enter ist 2</translation>
    </message>
    <message>
        <source>Answer with digits and Enter. F3 goes back to the question before. It is recorded when it is paid.</source>
        <translation>Antworten Sie mit Ziffern und Enter. F3 geht zur Frage davor. Festgehalten wird es beim Bezahlen.</translation>
    </message>
    <message>
        <source>Type the amount in digits only, such as 380 for 3.80</source>
        <translation>Tippen Sie den Betrag nur in Ziffern, etwa 380 für 3,80</translation>
    </message>
    <message>
        <source>There is no reason %1</source>
        <translation>Es gibt keinen Grund %1</translation>
    </message>
    <message>
        <source>Press 1 or 2</source>
        <translation>Drücken Sie 1 oder 2</translation>
    </message>
    <message>
        <source>Answer first, then scan</source>
        <translation>Erst antworten, dann scannen</translation>
    </message>
</context>
<context>
    <name>UnsentCard</name>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>The passphrase again</source>
        <translation>Die Passphrase noch einmal</translation>
    </message>
    <message>
        <source>What is not sent yet</source>
        <translation>Was noch nicht gesendet ist</translation>
    </message>
    <message>
        <source>Before this device is left for good, what it has not sent goes into a file that another register of the business takes over. Nobody reads the file without its passphrase.</source>
        <translation>Bevor Sie dieses Gerät endgültig aufgeben, kommt das nicht Gesendete in eine Datei, die eine andere Kasse des Geschäfts übernimmt. Niemand liest die Datei ohne ihre Passphrase.</translation>
    </message>
    <message>
        <source>What a register has not sent (*.crema)</source>
        <translation>Was eine Kasse nicht gesendet hat (*.crema)</translation>
    </message>
    <message>
        <source>Write what is not sent to a file</source>
        <translation>Nicht Gesendetes in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Type the passphrase of the file first.</source>
        <translation>Geben Sie zuerst die Passphrase der Datei ein.</translation>
    </message>
    <message>
        <source>Take over what a register has not sent</source>
        <translation>Übernehmen, was eine Kasse nicht gesendet hat</translation>
    </message>
</context>
<context>
    <name>UnsentExport</name>
    <message>
        <source>The file does not hold what a register has not sent.</source>
        <translation>Die Datei enthält nicht, was eine Kasse noch nicht gesendet hat.</translation>
    </message>
    <message>
        <source>Choose the file that &quot;crema sync export&quot; wrote.</source>
        <translation>Wählen Sie die Datei, die „crema sync export“ geschrieben hat.</translation>
    </message>
    <message>
        <source>Let this device send them, or write them to a file under Settings or with &quot;crema sync export FILE&quot;; then do it again.</source>
        <translation>Lassen Sie dieses Gerät sie senden, oder schreiben Sie sie unter Einstellungen oder mit „crema sync export DATEI“ in eine Datei; versuchen Sie es dann noch einmal.</translation>
    </message>
</context>
<context>
    <name>UnsentPresenter</name>
    <message>
        <source>Everything that was made here is sent.</source>
        <translation>Alles, was hier entstanden ist, ist gesendet.</translation>
    </message>
    <message numerus="yes">
        <source>%n changes are not sent yet. They are in a file as well.</source>
        <translation>
            <numerusform>%n Änderung ist noch nicht gesendet. Sie steht auch in einer Datei.</numerusform>
            <numerusform>%n Änderungen sind noch nicht gesendet. Sie stehen auch in einer Datei.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes are not sent yet. They are only on this device.</source>
        <translation>
            <numerusform>%n Änderung ist noch nicht gesendet. Sie ist nur auf diesem Gerät.</numerusform>
            <numerusform>%n Änderungen sind noch nicht gesendet. Sie sind nur auf diesem Gerät.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes are not sent yet. Of these, %1 are only on this device.</source>
        <translation>
            <numerusform>%n Änderung ist noch nicht gesendet. Davon nur auf diesem Gerät: %1.</numerusform>
            <numerusform>%n Änderungen sind noch nicht gesendet. Davon nur auf diesem Gerät: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Write to a file</source>
        <translation>In eine Datei schreiben</translation>
    </message>
    <message>
        <source>Take over from a file</source>
        <translation>Aus einer Datei übernehmen</translation>
    </message>
    <message>
        <source>A file is being written or read.</source>
        <translation>Eine Datei wird gerade geschrieben oder gelesen.</translation>
    </message>
    <message>
        <source>Enrol this device first: it cannot send for another yet.</source>
        <translation>Melden Sie dieses Gerät zuerst an: Es kann noch nicht für ein anderes senden.</translation>
    </message>
    <message numerus="yes">
        <source>At least %n characters.</source>
        <translation>
            <numerusform>Mindestens %n Zeichen.</numerusform>
            <numerusform>Mindestens %n Zeichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>This is not the same. Type it again.</source>
        <translation>Das ist nicht dasselbe. Geben Sie es noch einmal ein.</translation>
    </message>
    <message>
        <source>Any register of the business takes them over with the passphrase.</source>
        <translation>Jede Kasse des Geschäfts übernimmt sie mit der Passphrase.</translation>
    </message>
    <message>
        <source>They are sent from here, each of them once.</source>
        <translation>Sie werden von hier gesendet, jede einmal.</translation>
    </message>
    <message numerus="yes">
        <source>%n changes are in %1.</source>
        <comment>a file</comment>
        <translation>
            <numerusform>%n Änderung steht in %1.</numerusform>
            <numerusform>%n Änderungen stehen in %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes are in %1, sales of %2 among them.</source>
        <comment>a file, an amount</comment>
        <translation>
            <numerusform>%n Änderung steht in %1, darunter Verkäufe über %2.</numerusform>
            <numerusform>%n Änderungen stehen in %1, darunter Verkäufe über %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n changes of this file are here already.</source>
        <translation>
            <numerusform>Die Änderung aus dieser Datei ist schon hier.</numerusform>
            <numerusform>Alle %n Änderungen aus dieser Datei sind schon hier.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes are taken over; the others were here already.</source>
        <translation>
            <numerusform>%n Änderung ist übernommen; die anderen waren schon hier.</numerusform>
            <numerusform>%n Änderungen sind übernommen; die anderen waren schon hier.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes are taken over.</source>
        <translation>
            <numerusform>%n Änderung ist übernommen.</numerusform>
            <numerusform>%n Änderungen sind übernommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes are taken over, sales of %1 among them.</source>
        <comment>an amount</comment>
        <translation>
            <numerusform>%n Änderung ist übernommen, darunter Verkäufe über %1.</numerusform>
            <numerusform>%n Änderungen sind übernommen, darunter Verkäufe über %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnsentScreen</name>
    <message>
        <source>Write to a file</source>
        <translation>In eine Datei schreiben</translation>
    </message>
    <message>
        <source>Take over a file</source>
        <translation>Eine Datei übernehmen</translation>
    </message>
    <message>
        <source>NOT SENT</source>
        <translation>NICHT GESENDET</translation>
    </message>
    <message>
        <source>Enter = %1</source>
        <translation>Eingabe = %1</translation>
    </message>
    <message>
        <source>Choose 1-2</source>
        <translation>1-2 wählen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Noch einmal dasselbe</translation>
    </message>
    <message>
        <source>Before this device is left for good, write what it has not sent to a file. Another register of the business takes it over with the passphrase.</source>
        <translation>Bevor Sie dieses Gerät endgültig aufgeben, schreiben Sie das nicht Gesendete in eine Datei. Eine andere Kasse des Geschäfts übernimmt es mit der Passphrase.</translation>
    </message>
    <message>
        <source>Type it here; a scan is not taken.</source>
        <translation>Tippen Sie sie hier; ein Scan gilt nicht.</translation>
    </message>
    <message>
        <source>Type the name of the file.</source>
        <translation>Geben Sie den Namen der Datei ein.</translation>
    </message>
    <message>
        <source>Type the passphrase of the file.</source>
        <translation>Geben Sie die Passphrase der Datei ein.</translation>
    </message>
</context>
<context>
    <name>WhyPanel</name>
    <message>
        <source>Why this price</source>
        <translation>Warum dieser Preis</translation>
    </message>
    <message>
        <source>The whole sale</source>
        <translation>Der ganze Verkauf</translation>
    </message>
</context>
<context>
    <name>WhyScreen</name>
    <message>
        <source>WHY THIS PRICE</source>
        <translation>WARUM DIESER PREIS</translation>
    </message>
    <message>
        <source>First the marked line, then the whole sale. Enter goes back.</source>
        <translation>Zuerst die markierte Zeile, dann der ganze Verkauf. Enter geht zurück.</translation>
    </message>
</context>
<context>
    <name>WorkList</name>
    <message>
        <source>%1: to come</source>
        <translation>%1: kommt noch</translation>
    </message>
    <message>
        <source>%1: now</source>
        <translation>%1: jetzt</translation>
    </message>
    <message>
        <source>%1: done</source>
        <translation>%1: fertig</translation>
    </message>
</context>
<context>
    <name>crema</name>
    <message>
        <source>The text may have at most %1 characters.</source>
        <translation>Der Text darf höchstens %1 Zeichen haben.</translation>
    </message>
    <message>
        <source>A variant needs a SKU.</source>
        <translation>Eine Variante braucht eine SKU.</translation>
    </message>
    <message>
        <source>A price lies between 0 and %1 minor units.</source>
        <translation>Ein Preis liegt zwischen 0 und %1 kleinsten Einheiten.</translation>
    </message>
    <message>
        <source>The base quantity of a price lies between 1 and %1.</source>
        <translation>Die Grundmenge eines Preises liegt zwischen 1 und %1.</translation>
    </message>
    <message>
        <source>A cost lies between 0 and %1 minor units.</source>
        <translation>Ein Einkaufspreis liegt zwischen 0 und %1 kleinsten Einheiten.</translation>
    </message>
    <message>
        <source>Price and cost need one currency.</source>
        <translation>Preis und Einkaufspreis brauchen dieselbe Währung.</translation>
    </message>
    <message>
        <source>A variant may have at most %1 barcodes.</source>
        <translation>Eine Variante darf höchstens %1 Barcodes haben.</translation>
    </message>
    <message>
        <source>An option needs a name and a value.</source>
        <translation>Eine Option braucht einen Namen und einen Wert.</translation>
    </message>
    <message>
        <source>A product needs a name.</source>
        <translation>Ein Produkt braucht einen Namen.</translation>
    </message>
    <message>
        <source>The product cannot be kept as it is.</source>
        <translation>Das Produkt kann so nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>A weight lies between 0 and %1 grams.</source>
        <translation>Ein Gewicht liegt zwischen 0 und %1 Gramm.</translation>
    </message>
    <message>
        <source>The variant cannot be kept as it is.</source>
        <translation>Die Variante kann so nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>A shift is open on this register already.</source>
        <translation>An dieser Kasse ist schon eine Schicht offen.</translation>
    </message>
    <message>
        <source>Close it before you open the next one.</source>
        <translation>Schließen Sie sie, bevor Sie die nächste öffnen.</translation>
    </message>
    <message>
        <source>The float cannot be below zero.</source>
        <translation>Das Wechselgeld kann nicht unter null liegen.</translation>
    </message>
    <message>
        <source>Enter the cash that lies in the drawer.</source>
        <translation>Geben Sie das Bargeld ein, das in der Lade liegt.</translation>
    </message>
    <message>
        <source>This shift is closed already.</source>
        <translation>Diese Schicht ist schon geschlossen.</translation>
    </message>
    <message>
        <source>Open a new shift to go on selling.</source>
        <translation>Öffnen Sie eine neue Schicht, um weiter zu verkaufen.</translation>
    </message>
    <message>
        <source>The counted amount must be zero or more, in the currency of the shift.</source>
        <translation>Der gezählte Betrag muss null oder mehr sein, in der Währung der Schicht.</translation>
    </message>
    <message>
        <source>Count the drawer and enter what is in it.</source>
        <translation>Zählen Sie die Lade und geben Sie ein, was darin ist.</translation>
    </message>
    <message>
        <source>Stock moves by at least 1 and at most %1.</source>
        <translation>Bestand bewegt sich um mindestens 1 und höchstens %1.</translation>
    </message>
    <message>
        <source>Enter how much more or less there is.</source>
        <translation>Geben Sie ein, wie viel mehr oder weniger da ist.</translation>
    </message>
    <message>
        <source>The note may have at most 1000 characters.</source>
        <translation>Die Notiz darf höchstens 1000 Zeichen haben.</translation>
    </message>
    <message>
        <source>Shorten the note.</source>
        <translation>Kürzen Sie die Notiz.</translation>
    </message>
    <message>
        <source>The text holds characters that cannot be printed.</source>
        <translation>Der Text enthält Zeichen, die sich nicht drucken lassen.</translation>
    </message>
    <message>
        <source>A SKU has no asterisk, which stands before a quantity.</source>
        <translation>Eine SKU hat keinen Stern, denn der steht vor einer Menge.</translation>
    </message>
    <message>
        <source>Each option can be given once.</source>
        <translation>Jede Option kann einmal angegeben werden.</translation>
    </message>
    <message>
        <source>A price cannot be less than nothing.</source>
        <translation>Ein Preis kann nicht unter null liegen.</translation>
    </message>
    <message>
        <source>Type the price without a minus.</source>
        <translation>Geben Sie den Preis ohne Minus ein.</translation>
    </message>
    <message>
        <source>This price is too large to be kept.</source>
        <translation>Dieser Preis ist zu groß, um ihn zu speichern.</translation>
    </message>
    <message>
        <source>Check for digits too many.</source>
        <translation>Prüfen Sie, ob Ziffern zu viel sind.</translation>
    </message>
    <message>
        <source>Business</source>
        <translation>Unternehmen</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Kasse</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>Last sync</source>
        <translation>Letzter Abgleich</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>Wartet auf das Senden</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Local store</source>
        <translation>Lokaler Speicher</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>A count is at least 0 and at most %1.</source>
        <translation>Eine Zählung beträgt mindestens 0 und höchstens %1.</translation>
    </message>
    <message>
        <source>Enter how much there is.</source>
        <translation>Geben Sie ein, wie viel da ist.</translation>
    </message>
    <message>
        <source>The name of a zone may have at most %1 characters.</source>
        <translation>Der Name eines Bereichs darf höchstens %1 Zeichen haben.</translation>
    </message>
    <message>
        <source>Shorten the name.</source>
        <translation>Kürzen Sie den Namen.</translation>
    </message>
    <message>
        <source>The count does not say what was known when it was made.</source>
        <translation>Die Zählung sagt nicht, was bekannt war, als sie entstand.</translation>
    </message>
    <message>
        <source>Count once more.</source>
        <translation>Zählen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Use a name of 1 to %1 characters that can be printed.</source>
        <translation>Verwenden Sie einen Namen aus 1 bis %1 druckbaren Zeichen.</translation>
    </message>
    <message>
        <source>Name at most %1 places.</source>
        <translation>Nennen Sie höchstens %1 Orte.</translation>
    </message>
    <message>
        <source>The person cannot be kept as they are.</source>
        <translation>Die Person kann so nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>Correct the named fields.</source>
        <translation>Berichtigen Sie die genannten Felder.</translation>
    </message>
    <message>
        <source>Use %1 to %2 digits.</source>
        <translation>Verwenden Sie %1 bis %2 Ziffern.</translation>
    </message>
    <message>
        <source>This is no PIN.</source>
        <translation>Das ist keine PIN.</translation>
    </message>
    <message>
        <source>This is the last administrator.</source>
        <translation>Das ist die letzte Person mit der Rolle Administration.</translation>
    </message>
    <message>
        <source>Make somebody else an administrator first.</source>
        <translation>Geben Sie zuerst jemand anderem die Rolle Administration.</translation>
    </message>
    <message>
        <source>Another person has the address %1.</source>
        <translation>Eine andere Person hat die Adresse %1.</translation>
    </message>
    <message>
        <source>Use another address, or change the person who has it.</source>
        <translation>Verwenden Sie eine andere Adresse, oder ändern Sie die Person, die sie hat.</translation>
    </message>
    <message>
        <source>The password is too short.</source>
        <translation>Das Passwort ist zu kurz.</translation>
    </message>
    <message>
        <source>Use at least %1 characters. A few words that do not belong together are easy to keep.</source>
        <translation>Verwenden Sie mindestens %1 Zeichen. Ein paar Wörter, die nicht zusammengehören, merkt man sich leicht.</translation>
    </message>
    <message>
        <source>The password is too long.</source>
        <translation>Das Passwort ist zu lang.</translation>
    </message>
    <message>
        <source>Use at most %1 characters.</source>
        <translation>Verwenden Sie höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>This password is easy to guess.</source>
        <translation>Dieses Passwort ist leicht zu erraten.</translation>
    </message>
    <message>
        <source>Leave out names, years and keys that lie side by side. A few words that do not belong together are hard to guess and easy to keep.</source>
        <translation>Lassen Sie Namen, Jahreszahlen und Tasten weg, die nebeneinander liegen. Ein paar Wörter, die nicht zusammengehören, sind schwer zu erraten und leicht zu merken.</translation>
    </message>
    <message>
        <source>%1 may do more than the person who changes them.</source>
        <translation>%1 darf mehr als die Person, die das ändert.</translation>
    </message>
    <message>
        <source>Ask somebody who may do as much.</source>
        <translation>Bitten Sie jemanden, der ebenso viel darf.</translation>
    </message>
    <message>
        <source>Nobody gives a right that they do not hold themselves.</source>
        <translation>Niemand vergibt ein Recht, das er selbst nicht hat.</translation>
    </message>
    <message>
        <source>Choose a role and places within your own, or ask an administrator.</source>
        <translation>Wählen Sie eine Rolle und Orte im Rahmen Ihrer eigenen, oder bitten Sie die Administration.</translation>
    </message>
    <message>
        <source>%1 also works where the person who changes them does not.</source>
        <translation>%1 arbeitet auch an Orten, an denen die Person, die das ändert, nicht arbeitet.</translation>
    </message>
    <message>
        <source>Write the address as name@example.org.</source>
        <translation>Schreiben Sie die Adresse als name@example.org.</translation>
    </message>
    <message>
        <source>Only plain letters without accents can stand in a mail address here.</source>
        <translation>In einer E-Mail-Adresse können hier nur Buchstaben ohne Akzente und Umlaute stehen.</translation>
    </message>
    <message>
        <source>%1 may not see the catalog.</source>
        <translation>%1 darf den Katalog nicht sehen.</translation>
    </message>
    <message>
        <source>%1 may not look products up.</source>
        <translation>%1 darf keine Produkte nachschlagen.</translation>
    </message>
    <message>
        <source>%1 may not see what is in stock.</source>
        <translation>%1 darf den Bestand nicht sehen.</translation>
    </message>
    <message>
        <source>%1 may not see sales.</source>
        <translation>%1 darf keine Verkäufe sehen.</translation>
    </message>
    <message>
        <source>%1 may not see the sales of this shift.</source>
        <translation>%1 darf die Verkäufe dieser Schicht nicht sehen.</translation>
    </message>
    <message>
        <source>%1 may not see the auditor&apos;s journal.</source>
        <translation>%1 darf das Prüfjournal nicht sehen.</translation>
    </message>
    <message>
        <source>%1 may not see what is in the drawer.</source>
        <translation>%1 darf nicht sehen, was in der Kasse ist.</translation>
    </message>
    <message>
        <source>%1 may not see customers.</source>
        <translation>%1 darf keine Kunden sehen.</translation>
    </message>
    <message>
        <source>Ask a manager to look, or to give you the right.</source>
        <translation>Bitten Sie die Leitung, nachzusehen oder Ihnen das Recht zu geben.</translation>
    </message>
    <message>
        <source>%1 may not see what products cost the shop.</source>
        <translation>%1 darf nicht sehen, was Produkte den Laden kosten.</translation>
    </message>
    <message>
        <source>%1 may not see who works here.</source>
        <translation>%1 darf nicht sehen, wer hier arbeitet.</translation>
    </message>
    <message>
        <source>This person may still sign in.</source>
        <translation>Diese Person darf sich noch anmelden.</translation>
    </message>
    <message>
        <source>Keep them from signing in first.</source>
        <translation>Sperren Sie sie zuerst.</translation>
    </message>
    <message>
        <source>What was known of this person was erased.</source>
        <translation>Was über diese Person bekannt war, wurde gelöscht.</translation>
    </message>
    <message>
        <source>Add them as a new person if they work here again.</source>
        <translation>Legen Sie sie neu an, wenn sie wieder hier arbeitet.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address of a printer.</source>
        <translation>„%1“ ist keine Adresse eines Druckers.</translation>
    </message>
    <message>
        <source>Write HOST or HOST:9100, /dev/usb/lp0, or cups:NAME.</source>
        <translation>Schreiben Sie RECHNER oder RECHNER:9100, /dev/usb/lp0 oder cups:NAME.</translation>
    </message>
    <message>
        <source>The printer at %1 does not answer: %2.</source>
        <translation>Der Drucker bei %1 antwortet nicht: %2.</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>keine Antwort in der Zeit</translation>
    </message>
    <message>
        <source>Look whether it is switched on and connected. Nothing is lost; it is tried again.</source>
        <translation>Sehen Sie nach, ob er eingeschaltet und verbunden ist. Nichts geht verloren; es wird erneut versucht.</translation>
    </message>
    <message>
        <source>The printer stopped in the middle.</source>
        <translation>Der Drucker hat mittendrin aufgehört.</translation>
    </message>
    <message>
        <source>Look for paper and an open lid. The receipt is printed anew when it goes on.</source>
        <translation>Sehen Sie nach Papier und Deckel. Der Beleg wird neu gedruckt, sobald es weitergeht.</translation>
    </message>
    <message>
        <source>The printer did not say whether it printed everything.</source>
        <translation>Der Drucker hat nicht gemeldet, ob er alles gedruckt hat.</translation>
    </message>
    <message>
        <source>Look at the paper. If something is missing, print a copy.</source>
        <translation>Sehen Sie auf das Papier. Fehlt etwas, drucken Sie eine Kopie.</translation>
    </message>
    <message>
        <source>The print queue %1 did not take it: %2</source>
        <translation>Die Druckwarteschlange %1 hat es nicht angenommen: %2</translation>
    </message>
    <message>
        <source>Look at the printers of this computer. Nothing is lost; it is tried again.</source>
        <translation>Sehen Sie nach den Druckern dieses Computers. Nichts geht verloren; es wird erneut versucht.</translation>
    </message>
    <message>
        <source>The amounts add up to more than Crema can hold.</source>
        <translation>Die Beträge ergeben mehr, als Crema fassen kann.</translation>
    </message>
    <message>
        <source>Take back less at once.</source>
        <translation>Nehmen Sie weniger auf einmal zurück.</translation>
    </message>
    <message>
        <source>Nothing comes back.</source>
        <translation>Es kommt nichts zurück.</translation>
    </message>
    <message>
        <source>Name what comes back of the sale.</source>
        <translation>Geben Sie an, was von dem Verkauf zurückkommt.</translation>
    </message>
    <message>
        <source>What comes back was sold in another currency.</source>
        <translation>Was zurückkommt, wurde in einer anderen Währung verkauft.</translation>
    </message>
    <message>
        <source>Take it back where it was sold.</source>
        <translation>Nehmen Sie es dort zurück, wo es verkauft wurde.</translation>
    </message>
    <message>
        <source>Nothing is to be paid: money goes back.</source>
        <translation>Es ist nichts zu zahlen: Es wird Geld erstattet.</translation>
    </message>
    <message>
        <source>Take no payment for it.</source>
        <translation>Nehmen Sie keine Zahlung dafür an.</translation>
    </message>
    <message>
        <source>At least one has to come back.</source>
        <translation>Mindestens eines muss zurückkommen.</translation>
    </message>
    <message>
        <source>Enter how many come back.</source>
        <translation>Geben Sie ein, wie viel zurückkommt.</translation>
    </message>
    <message>
        <source>The reason is longer than %1 letters.</source>
        <translation>Der Grund ist länger als %1 Zeichen.</translation>
    </message>
    <message>
        <source>Say it in fewer words.</source>
        <translation>Sagen Sie es mit weniger Worten.</translation>
    </message>
    <message>
        <source>The fee has to be between nothing and %1, which is what it had cost.</source>
        <translation>Die Gebühr muss zwischen null und %1 liegen, so viel hatte es gekostet.</translation>
    </message>
    <message>
        <source>Enter another fee, or none.</source>
        <translation>Geben Sie eine andere Gebühr ein oder keine.</translation>
    </message>
    <message>
        <source>The sale has no such line, or it was named twice.</source>
        <translation>Der Verkauf hat keine solche Position, oder sie wurde zweimal genannt.</translation>
    </message>
    <message>
        <source>Name each line of the receipt once.</source>
        <translation>Nennen Sie jede Position des Belegs einmal.</translation>
    </message>
    <message>
        <source>All of this line came back already.</source>
        <translation>Von dieser Position ist schon alles zurückgekommen.</translation>
    </message>
    <message>
        <source>Only %1 of this line can come back yet.</source>
        <translation>Von dieser Position können nur noch %1 zurückkommen.</translation>
    </message>
    <message>
        <source>Take back what is left, or look at the earlier returns.</source>
        <translation>Nehmen Sie zurück, was übrig ist, oder sehen Sie sich die früheren Rückgaben an.</translation>
    </message>
    <message>
        <source>The notes and coins do not come to the counted amount.</source>
        <translation>Die Scheine und Münzen ergeben nicht den gezählten Betrag.</translation>
    </message>
    <message>
        <source>Nobody knows to which gift card it goes back.</source>
        <translation>Niemand weiß, auf welche Gutscheinkarte es zurückgeht.</translation>
    </message>
    <message>
        <source>Scan the card, or pay it back in another way.</source>
        <translation>Scannen Sie die Karte, oder zahlen Sie es anders zurück.</translation>
    </message>
    <message>
        <source>Store credit needs a customer.</source>
        <translation>Für ein Guthaben braucht es eine Kundin oder einen Kunden.</translation>
    </message>
    <message>
        <source>Name the customer, or pay it back in another way.</source>
        <translation>Nennen Sie die Kundin oder den Kunden, oder zahlen Sie es anders zurück.</translation>
    </message>
    <message>
        <source>A gift card is not taken back: what is on it stays on it.</source>
        <translation>Eine Gutscheinkarte wird nicht zurückgenommen: Was darauf ist, bleibt darauf.</translation>
    </message>
    <message>
        <source>Let a manager adjust the card, and pay the amount out.</source>
        <translation>Lassen Sie die Karte von einer Leitung anpassen, und zahlen Sie den Betrag aus.</translation>
    </message>
</context>
<context>
    <name>crema::Acknowledgement</name>
    <message>
        <source>The platform&apos;s answer holds a word this version does not know.</source>
        <translation>Die Antwort der Plattform enthält ein Wort, das diese Version nicht kennt.</translation>
    </message>
</context>
<context>
    <name>crema::Attention</name>
    <message>
        <source>There is nothing to decide under this id.</source>
        <translation>Unter dieser Nummer ist nichts zu entscheiden.</translation>
    </message>
    <message>
        <source>Look at the list of what needs attention.</source>
        <translation>Sehen Sie in die Liste „Bitte prüfen“.</translation>
    </message>
    <message>
        <source>Somebody else has decided this already.</source>
        <translation>Darüber hat schon jemand anders entschieden.</translation>
    </message>
    <message>
        <source>Look at what it is now, and change it there if it has to be otherwise.</source>
        <translation>Sehen Sie sich an, was jetzt gilt, und ändern Sie es dort, wenn es anders sein muss.</translation>
    </message>
    <message>
        <source>This cannot be done again as it was.</source>
        <translation>Das lässt sich so nicht wiederholen.</translation>
    </message>
    <message>
        <source>Set it aside, and enter it anew.</source>
        <translation>Legen Sie es beiseite und geben Sie es neu ein.</translation>
    </message>
</context>
<context>
    <name>crema::AttentionCard</name>
    <message>
        <source>This word is not known here.</source>
        <translation>Dieses Wort ist hier nicht bekannt.</translation>
    </message>
</context>
<context>
    <name>crema::AuthenticatorRule</name>
    <message>
        <source>The shop asks you for an authenticator.</source>
        <translation>Der Laden verlangt von Ihnen einen Authenticator.</translation>
    </message>
    <message>
        <source>Set it up on the page of your account, or run: crema user authenticator EMAIL</source>
        <translation>Richten Sie ihn auf der Seite Ihres Kontos ein, oder starten Sie: crema user authenticator EMAIL</translation>
    </message>
</context>
<context>
    <name>crema::CashMovement</name>
    <message>
        <source>Write it shorter, without special characters.</source>
        <translation>Schreiben Sie es kürzer und ohne Sonderzeichen.</translation>
    </message>
    <message>
        <source>The amount is in another currency than the drawer.</source>
        <translation>Der Betrag ist in einer anderen Währung als die Lade.</translation>
    </message>
    <message>
        <source>Enter it in %1.</source>
        <translation>Geben Sie ihn in %1 ein.</translation>
    </message>
    <message>
        <source>Nothing comes or goes when the drawer is only opened.</source>
        <translation>Wenn die Lade nur geöffnet wird, kommt und geht nichts.</translation>
    </message>
    <message>
        <source>Pay the amount in or out instead.</source>
        <translation>Zahlen Sie den Betrag stattdessen ein oder aus.</translation>
    </message>
    <message>
        <source>The amount has to be more than zero.</source>
        <translation>Der Betrag muss größer als null sein.</translation>
    </message>
    <message>
        <source>Enter how much cash it is.</source>
        <translation>Geben Sie ein, wie viel Bargeld es ist.</translation>
    </message>
    <message>
        <source>A reason has one line of at most %1 characters.</source>
        <translation>Ein Grund hat eine Zeile mit höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>A note has at most %1 characters.</source>
        <translation>Eine Notiz hat höchstens %1 Zeichen.</translation>
    </message>
</context>
<context>
    <name>crema::Checkpoint</name>
    <message>
        <source>32 hexadecimal digits are needed here.</source>
        <translation>Hier werden 32 hexadezimale Ziffern gebraucht.</translation>
    </message>
</context>
<context>
    <name>crema::ComparisonWords</name>
    <message>
        <source>Some records were not those of the platform and are being fetched anew.</source>
        <translation>Einige Einträge waren nicht die der Plattform und werden neu geholt.</translation>
    </message>
    <message>
        <source>Some records are not those of the platform, and fetching them anew did not help. Selling goes on.</source>
        <translation>Einige Einträge sind nicht die der Plattform, und sie neu zu holen hat nicht geholfen. Der Verkauf geht weiter.</translation>
    </message>
    <message numerus="yes">
        <source>%n kinds of records were not those of the platform and were fetched anew: %1</source>
        <comment>a moment</comment>
        <translation>
            <numerusform>%n Art von Einträgen war nicht die der Plattform und wurde neu geholt: %1</numerusform>
            <numerusform>%n Arten von Einträgen waren nicht die der Plattform und wurden neu geholt: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Compared with the platform, all the same: %1</source>
        <comment>a moment</comment>
        <translation>Mit der Plattform verglichen, alles gleich: %1</translation>
    </message>
</context>
<context>
    <name>crema::Consent</name>
    <message>
        <source>Agreed</source>
        <comment>to offers by e-mail</comment>
        <translation>Zugestimmt</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <comment>the agreement to offers by e-mail</comment>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>in person</source>
        <translation>persönlich</translation>
    </message>
    <message>
        <source>in writing</source>
        <translation>schriftlich</translation>
    </message>
    <message>
        <source>by phone</source>
        <translation>am Telefon</translation>
    </message>
    <message>
        <source>by e-mail</source>
        <translation>per E-Mail</translation>
    </message>
    <message>
        <source>online</source>
        <translation>im Internet</translation>
    </message>
    <message>
        <source>in another way</source>
        <translation>auf andere Weise</translation>
    </message>
    <message>
        <source>This is given or withdrawn.</source>
        <translation>Dies ist given oder withdrawn.</translation>
    </message>
</context>
<context>
    <name>crema::Cursor</name>
    <message>
        <source>A cursor such as 1.7423.19 is needed here.</source>
        <translation>Hier wird eine Position wie 1.7423.19 gebraucht.</translation>
    </message>
</context>
<context>
    <name>crema::Customer</name>
    <message>
        <source>The text may have at most %1 characters.</source>
        <translation>Der Text darf höchstens %1 Zeichen haben.</translation>
    </message>
    <message>
        <source>A customer needs a name.</source>
        <translation>Ein Kunde braucht einen Namen.</translation>
    </message>
    <message>
        <source>An e-mail address has an @ in it.</source>
        <translation>Eine E-Mail-Adresse enthält ein @.</translation>
    </message>
    <message>
        <source>The customer cannot be kept as it is.</source>
        <translation>Der Kunde kann so nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>Correct the named fields.</source>
        <translation>Berichtigen Sie die genannten Felder.</translation>
    </message>
    <message>
        <source>The text holds characters that cannot be printed.</source>
        <translation>Der Text enthält Zeichen, die sich nicht drucken lassen.</translation>
    </message>
</context>
<context>
    <name>crema::DeletionWords</name>
    <message>
        <source>%1 of %2 articles would be taken out of use within an hour, so somebody has to agree first.</source>
        <translation>%1 von %2 Artikeln würden innerhalb einer Stunde außer Gebrauch gehen, deshalb muss erst jemand zustimmen.</translation>
    </message>
    <message>
        <source>%1 of %2 products would be taken out of use within an hour, so somebody has to agree first.</source>
        <translation>%1 von %2 Produkten würden innerhalb einer Stunde außer Gebrauch gehen, deshalb muss erst jemand zustimmen.</translation>
    </message>
    <message>
        <source>%1 of %2 products would be deleted here, so somebody has to agree first. Selling and sending go on.</source>
        <translation>%1 von %2 Produkten würden hier gelöscht, deshalb muss erst jemand zustimmen. Verkauf und Senden gehen weiter.</translation>
    </message>
    <message>
        <source>%1 of %2 articles would be deleted here, so somebody has to agree first. Selling and sending go on.</source>
        <translation>%1 von %2 Artikeln würden hier gelöscht, deshalb muss erst jemand zustimmen. Verkauf und Senden gehen weiter.</translation>
    </message>
    <message>
        <source>%1 of %2 customers would be deleted here, so somebody has to agree first. Selling and sending go on.</source>
        <translation>%1 von %2 Kunden würden hier gelöscht, deshalb muss erst jemand zustimmen. Verkauf und Senden gehen weiter.</translation>
    </message>
    <message>
        <source>%1 of %2 categories would be deleted here, so somebody has to agree first. Selling and sending go on.</source>
        <translation>%1 von %2 Kategorien würden hier gelöscht, deshalb muss erst jemand zustimmen. Verkauf und Senden gehen weiter.</translation>
    </message>
    <message>
        <source>%1 of %2 tax classes would be deleted here, so somebody has to agree first. Selling and sending go on.</source>
        <translation>%1 von %2 Steuerklassen würden hier gelöscht, deshalb muss erst jemand zustimmen. Verkauf und Senden gehen weiter.</translation>
    </message>
    <message>
        <source>%1 of %2 sales would be deleted here, so somebody has to agree first. Selling and sending go on.</source>
        <translation>%1 von %2 Verkäufen würden hier gelöscht, deshalb muss erst jemand zustimmen. Verkauf und Senden gehen weiter.</translation>
    </message>
    <message>
        <source>%1 of %2 records of a kind would be deleted here, so somebody has to agree first. Selling and sending go on.</source>
        <translation>%1 von %2 Einträgen einer Art würden hier gelöscht, deshalb muss erst jemand zustimmen. Verkauf und Senden gehen weiter.</translation>
    </message>
</context>
<context>
    <name>crema::Device</name>
    <message>
        <source>Use a name of 1 to %1 characters that can be printed.</source>
        <translation>Nehmen Sie einen Namen aus 1 bis %1 druckbaren Zeichen.</translation>
    </message>
</context>
<context>
    <name>crema::DiscountWords</name>
    <message>
        <source>“%1” is no discount.</source>
        <translation>„%1“ ist kein Rabatt.</translation>
    </message>
    <message>
        <source>Type a percentage above 0 up to 100, or an amount above zero.</source>
        <translation>Tippen Sie einen Prozentsatz über 0 bis 100 oder einen Betrag über null.</translation>
    </message>
    <message>
        <source>%1 off</source>
        <comment>a discount</comment>
        <translation>%1 Rabatt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a discount and its reason</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>crema::Edit</name>
    <message>
        <source>This field cannot be edited.</source>
        <translation>Dieses Feld kann nicht bearbeitet werden.</translation>
    </message>
    <message>
        <source>An edit names the value before and after.</source>
        <translation>Eine Änderung nennt den Wert davor und danach.</translation>
    </message>
    <message>
        <source>An edit changes at least one field.</source>
        <translation>Eine Änderung ändert mindestens ein Feld.</translation>
    </message>
</context>
<context>
    <name>crema::FirstRunStore</name>
    <message>
        <source>The local store is not open.</source>
        <translation>Der lokale Speicher ist nicht geöffnet.</translation>
    </message>
    <message>
        <source>Begin again.</source>
        <translation>Beginnen Sie von vorn.</translation>
    </message>
    <message>
        <source>The data of the shop that was on this computer is gone. Bring it back from a backup, or write them to a file that a register can import with &quot;CREMA_STORE=sqlite:%1 crema sync export FILE&quot;; then do it again.</source>
        <translation>Die Datenbank des Ladens, der auf diesem Computer war, ist weg. Holen Sie sie aus einer Sicherung zurück, oder schreiben Sie die Änderungen mit „CREMA_STORE=sqlite:%1 crema sync export DATEI“ in eine Datei, die eine Kasse übernehmen kann; versuchen Sie es dann noch einmal.</translation>
    </message>
</context>
<context>
    <name>crema::GiftCard</name>
    <message>
        <source>The code of the card was not hashed as it has to be.</source>
        <translation>Der Code der Karte wurde nicht so gehasht, wie es sein muss.</translation>
    </message>
    <message>
        <source>Update the program that is older, and make a new card.</source>
        <translation>Aktualisieren Sie das ältere Programm, und machen Sie eine neue Karte.</translation>
    </message>
    <message>
        <source>This card is in %1.</source>
        <translation>Diese Karte ist in %1.</translation>
    </message>
    <message>
        <source>Take the amount in another way.</source>
        <translation>Nehmen Sie den Betrag anders.</translation>
    </message>
    <message>
        <source>This store credit is blocked.</source>
        <translation>Dieses Guthaben ist gesperrt.</translation>
    </message>
    <message>
        <source>This card is blocked.</source>
        <translation>Diese Karte ist gesperrt.</translation>
    </message>
    <message>
        <source>Ask a manager, or take the amount in another way.</source>
        <translation>Fragen Sie eine Leitung, oder nehmen Sie den Betrag anders.</translation>
    </message>
    <message>
        <source>This card has expired.</source>
        <translation>Diese Karte ist abgelaufen.</translation>
    </message>
    <message>
        <source>%1 of store credit are left.</source>
        <translation>Es sind noch %1 Guthaben da.</translation>
    </message>
    <message>
        <source>%1 are left on this card.</source>
        <translation>Auf dieser Karte sind noch %1.</translation>
    </message>
    <message>
        <source>Take the rest in another way.</source>
        <translation>Nehmen Sie den Rest anders.</translation>
    </message>
    <message>
        <source>Without a connection this register may take %1 of it today.</source>
        <translation>Ohne Verbindung darf diese Kasse heute %1 davon nehmen.</translation>
    </message>
    <message>
        <source>Take the rest in another way, or wait for the connection.</source>
        <translation>Nehmen Sie den Rest anders, oder warten Sie auf die Verbindung.</translation>
    </message>
    <message>
        <source>Gift card</source>
        <translation>Gutscheinkarte</translation>
    </message>
    <message>
        <source>One sale takes at most %1 gift cards.</source>
        <translation>Ein Verkauf fasst höchstens %1 Gutscheinkarten.</translation>
    </message>
    <message>
        <source>Sell the others in another sale.</source>
        <translation>Verkaufen Sie die anderen in einem weiteren Verkauf.</translation>
    </message>
    <message>
        <source>The amount has to be in %1.</source>
        <translation>Der Betrag muss in %1 sein.</translation>
    </message>
    <message>
        <source>Type the amount again.</source>
        <translation>Tippen Sie den Betrag noch einmal.</translation>
    </message>
    <message>
        <source>A gift card is loaded with more than zero.</source>
        <translation>Auf eine Gutscheinkarte wird mehr als null geladen.</translation>
    </message>
    <message>
        <source>The cart adds up to more than Crema can hold.</source>
        <translation>Der Warenkorb ergibt mehr, als Crema fassen kann.</translation>
    </message>
    <message>
        <source>Load less on the card.</source>
        <translation>Laden Sie weniger auf die Karte.</translation>
    </message>
</context>
<context>
    <name>crema::KeychainDisk</name>
    <message>
        <source>The key of this device lies in the keychain of a desktop session, which is not open here.</source>
        <translation>Der Schlüssel dieses Geräts liegt im Schlüsselbund einer Desktop-Sitzung, der hier nicht geöffnet ist.</translation>
    </message>
    <message>
        <source>Sign in at the desktop of this computer as the person who set this device up, unlock the keychain, and start again.</source>
        <translation>Melden Sie sich am Desktop dieses Computers als die Person an, die dieses Gerät eingerichtet hat, entsperren Sie den Schlüsselbund und starten Sie erneut.</translation>
    </message>
</context>
<context>
    <name>crema::LoadWords</name>
    <message>
        <source>Fetching products and prices: %1 %.</source>
        <translation>Produkte und Preise werden geholt: %1 %.</translation>
    </message>
    <message>
        <source>Fetching categories and taxes: %1 %.</source>
        <translation>Kategorien und Steuern werden geholt: %1 %.</translation>
    </message>
    <message>
        <source>Fetching customers: %1 %.</source>
        <translation>Kundschaft wird geholt: %1 %.</translation>
    </message>
    <message>
        <source>Fetching stock: %1 %.</source>
        <translation>Bestand wird geholt: %1 %.</translation>
    </message>
    <message>
        <source>Fetching earlier sales: %1 %.</source>
        <translation>Frühere Verkäufe werden geholt: %1 %.</translation>
    </message>
    <message>
        <source>Fetching open shifts and open decisions: %1 %.</source>
        <translation>Offene Schichten und Entscheidungen werden geholt: %1 %.</translation>
    </message>
    <message>
        <source>Bringing in what changed: %1 %.</source>
        <translation>Was sich geändert hat, wird eingearbeitet: %1 %.</translation>
    </message>
    <message>
        <source>Fetching the shop and its people: %1 %.</source>
        <translation>Der Laden und seine Leute werden geholt: %1 %.</translation>
    </message>
    <message>
        <source>You can sell already; the rest is on its way.</source>
        <translation>Sie können schon verkaufen; der Rest ist unterwegs.</translation>
    </message>
    <message>
        <source>You can go on selling; what is here is compared with the platform.</source>
        <translation>Sie können weiter verkaufen; was hier ist, wird mit der Plattform verglichen.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Fetching gift cards: %1 %.</source>
        <translation>Gutscheinkarten werden geholt: %1 %.</translation>
    </message>
</context>
<context>
    <name>crema::ModifierGroup</name>
    <message>
        <source>“%1” offers nothing: %2</source>
        <translation>„%1“ bietet nichts an: %2</translation>
    </message>
    <message>
        <source>Write one group in each line: Milk (1) @ Espresso bar: Whole; Oat +0.50; Soy +0.40</source>
        <translation>Schreiben Sie eine Gruppe in jede Zeile: Milch (1) @ Espressobar: Voll; Hafer +0,50; Soja +0,40</translation>
    </message>
    <message>
        <source>There is no name before a colon.</source>
        <translation>Es steht kein Name vor einem Doppelpunkt.</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>%1 stands there twice.</source>
        <translation>%1 steht zweimal da.</translation>
    </message>
    <message>
        <source>It has from one to %1 options.</source>
        <translation>Sie hat eine bis %1 Optionen.</translation>
    </message>
    <message>
        <source>So many cannot be chosen of it.</source>
        <translation>So viele lassen sich daraus nicht wählen.</translation>
    </message>
    <message>
        <source>There are more than %1 lines.</source>
        <translation>Es sind mehr als %1 Zeilen.</translation>
    </message>
    <message>
        <source>The options come to more than Crema can hold.</source>
        <translation>Die Optionen ergeben mehr, als Crema fassen kann.</translation>
    </message>
    <message>
        <source>Choose fewer.</source>
        <translation>Wählen Sie weniger.</translation>
    </message>
    <message>
        <source>With these options it would cost less than nothing.</source>
        <translation>Mit diesen Optionen würde es weniger als nichts kosten.</translation>
    </message>
    <message>
        <source>Choose others, or change what they cost.</source>
        <translation>Wählen Sie andere, oder ändern Sie, was sie kosten.</translation>
    </message>
</context>
<context>
    <name>crema::Money</name>
    <message>
        <source>An ISO 4217 currency code such as EUR is needed here.</source>
        <translation>Hier wird ein Währungscode nach ISO 4217 wie EUR gebraucht.</translation>
    </message>
    <message>
        <source>A price cannot be below zero.</source>
        <translation>Ein Preis kann nicht unter null liegen.</translation>
    </message>
</context>
<context>
    <name>crema::Operation</name>
    <message>
        <source>The operation %1 of schema %2 is not known to this version.</source>
        <translation>Der Vorgang %1 mit Schema %2 ist dieser Version nicht bekannt.</translation>
    </message>
    <message>
        <source>Update the program that is older.</source>
        <translation>Aktualisieren Sie das ältere Programm.</translation>
    </message>
    <message>
        <source>Something with this id is there already.</source>
        <translation>Etwas mit dieser Kennung gibt es schon.</translation>
    </message>
    <message>
        <source>Edit it instead of making it again.</source>
        <translation>Bearbeiten Sie es, statt es neu anzulegen.</translation>
    </message>
    <message>
        <source>What should be changed is not there, or not any more.</source>
        <translation>Was geändert werden soll, gibt es nicht oder nicht mehr.</translation>
    </message>
    <message>
        <source>Look it up again, or make it anew.</source>
        <translation>Suchen Sie es noch einmal, oder legen Sie es neu an.</translation>
    </message>
    <message>
        <source>%1 belongs to another variant.</source>
        <translation>%1 gehört zu einer anderen Variante.</translation>
    </message>
    <message>
        <source>Use another one, or take it off the other variant first.</source>
        <translation>Verwenden Sie einen anderen, oder nehmen Sie ihn zuerst von der anderen Variante.</translation>
    </message>
    <message>
        <source>The operation does not say where it happened.</source>
        <translation>Der Vorgang sagt nicht, wo er geschah.</translation>
    </message>
    <message>
        <source>Enrol the device and do it again.</source>
        <translation>Registrieren Sie das Gerät und wiederholen Sie es.</translation>
    </message>
    <message>
        <source>The counted amount is in another currency than the shift.</source>
        <translation>Der gezählte Betrag hat eine andere Währung als die Schicht.</translation>
    </message>
    <message>
        <source>Count the drawer in the currency of its float.</source>
        <translation>Zählen Sie die Lade in der Währung ihres Wechselgelds.</translation>
    </message>
    <message>
        <source>Another sale has this id already.</source>
        <translation>Ein anderer Verkauf hat diese Kennung schon.</translation>
    </message>
    <message>
        <source>Report it: two registers may share one store.</source>
        <translation>Melden Sie es: Zwei Kassen teilen sich vielleicht einen Speicher.</translation>
    </message>
    <message>
        <source>The operation is not written in its canonical form.</source>
        <translation>Der Vorgang ist nicht in seiner kanonischen Form geschrieben.</translation>
    </message>
    <message>
        <source>Send the stored bytes of the operation unchanged.</source>
        <translation>Senden Sie die gespeicherten Bytes des Vorgangs unverändert.</translation>
    </message>
    <message>
        <source>This role is not known here.</source>
        <translation>Diese Rolle ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>The PIN was not hashed as it has to be.</source>
        <translation>Die PIN wurde nicht so gehasht, wie es sein muss.</translation>
    </message>
    <message>
        <source>Update the program that is older, and set the PIN anew.</source>
        <translation>Aktualisieren Sie das ältere Programm, und setzen Sie die PIN neu.</translation>
    </message>
    <message>
        <source>“%1” is the same for all locations.</source>
        <translation>„%1“ ist für alle Standorte gleich.</translation>
    </message>
    <message>
        <source>Set it for the company.</source>
        <translation>Stellen Sie es für das Unternehmen ein.</translation>
    </message>
    <message>
        <source>Settings are changed by those who work at their place.</source>
        <translation>Einstellungen ändert, wer an ihrem Standort arbeitet.</translation>
    </message>
    <message>
        <source>Those of the company are changed by people who work everywhere.</source>
        <translation>Die des Unternehmens ändert, wer überall arbeitet.</translation>
    </message>
    <message>
        <source>“%1” is set by people who also have this right: %2.</source>
        <translation>„%1“ stellt ein, wer auch dieses Recht hat: %2.</translation>
    </message>
    <message>
        <source>Ask somebody who has it.</source>
        <translation>Fragen Sie jemanden, der es hat.</translation>
    </message>
    <message>
        <source>The badge was not hashed as it has to be.</source>
        <translation>Der Ausweis wurde nicht so gehasht, wie es sein muss.</translation>
    </message>
    <message>
        <source>Update the program that is older, and make a new badge.</source>
        <translation>Aktualisieren Sie das ältere Programm, und erstellen Sie einen neuen Ausweis.</translation>
    </message>
    <message>
        <source>%1 is disabled and gets no badge.</source>
        <translation>%1 ist gesperrt und bekommt keinen Ausweis.</translation>
    </message>
    <message>
        <source>Let them in again first.</source>
        <translation>Lassen Sie die Person zuerst wieder herein.</translation>
    </message>
    <message>
        <source>Another movement of cash has this id already.</source>
        <translation>Eine andere Bargeldbewegung hat diese Kennung schon.</translation>
    </message>
    <message>
        <source>The card is in another currency.</source>
        <translation>Die Karte ist in einer anderen Währung.</translation>
    </message>
    <message>
        <source>Adjust it in its own currency.</source>
        <translation>Passen Sie sie in ihrer eigenen Währung an.</translation>
    </message>
    <message>
        <source>Another parked sale has this id already.</source>
        <translation>Ein anderer geparkter Verkauf hat diese Kennung bereits.</translation>
    </message>
</context>
<context>
    <name>crema::ParkedCart</name>
    <message>
        <source>This text is too long, or has letters that cannot be printed.</source>
        <translation>Dieser Text ist zu lang oder enthält Zeichen, die sich nicht drucken lassen.</translation>
    </message>
    <message>
        <source>Type it shorter.</source>
        <translation>Schreiben Sie ihn kürzer.</translation>
    </message>
    <message>
        <source>An empty cart is not parked.</source>
        <translation>Ein leerer Warenkorb wird nicht geparkt.</translation>
    </message>
    <message>
        <source>Ring something up first.</source>
        <translation>Erfassen Sie zuerst etwas.</translation>
    </message>
    <message>
        <source>This cart has too many lines.</source>
        <translation>Dieser Warenkorb hat zu viele Zeilen.</translation>
    </message>
    <message>
        <source>Finish it as several sales.</source>
        <translation>Schließen Sie ihn in mehreren Verkäufen ab.</translation>
    </message>
    <message>
        <source>This parked sale is not known here.</source>
        <translation>Dieser geparkte Verkauf ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>Fetch the latest changes.</source>
        <translation>Holen Sie die neuesten Änderungen.</translation>
    </message>
    <message>
        <source>Somebody has gone on with this parked sale at %1.</source>
        <translation>Dieser geparkte Verkauf wurde an %1 fortgesetzt.</translation>
    </message>
    <message>
        <source>This parked sale was discarded at %1.</source>
        <translation>Dieser geparkte Verkauf wurde an %1 verworfen.</translation>
    </message>
    <message>
        <source>Ring it up anew if it is still wanted.</source>
        <translation>Erfassen Sie ihn neu, wenn er noch gewünscht ist.</translation>
    </message>
    <message>
        <source>This device has no register, so its sales wait here only.</source>
        <translation>Dieses Gerät hat keine Kasse, daher warten seine Verkäufe nur hier.</translation>
    </message>
</context>
<context>
    <name>crema::PlatformProblem</name>
    <message>
        <source>PostgreSQL, which keeps a shop&apos;s data, is not installed on this computer.</source>
        <translation>PostgreSQL, das die Daten eines Ladens hält, ist auf diesem Rechner nicht installiert.</translation>
    </message>
    <message>
        <source>Install it with “sudo apt install %1”, then try again. A till that is connected to a business elsewhere does not need it.</source>
        <translation>Installieren Sie es mit „sudo apt install %1“, dann versuchen Sie es noch einmal. Eine Kasse, die mit einem Unternehmen anderswo verbunden ist, braucht es nicht.</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Make room on the disk, or see to it that this folder is yours, then try again.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger, oder sorgen Sie dafür, dass dieser Ordner Ihnen gehört, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>There is a shop on this computer already.</source>
        <translation>Auf diesem Rechner gibt es schon einen Laden.</translation>
    </message>
    <message>
        <source>Open it. Its data lies in %1.</source>
        <translation>Öffnen Sie ihn. Seine Daten liegen in %1.</translation>
    </message>
    <message>
        <source>It ended without a reason; its log has more.</source>
        <translation>Er endete ohne Angabe von Gründen; mehr steht in seinem Protokoll.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>The shop&apos;s own server did not start.</source>
        <translation>Der eigene Server des Ladens ist nicht gestartet.</translation>
    </message>
    <message>
        <source>This file is not a backup of Crema, or is not whole.</source>
        <translation>Diese Datei ist keine Sicherung von Crema oder nicht vollständig.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>Choose a folder that you may write and that has room.</source>
        <translation>Wählen Sie einen Ordner, in den Sie schreiben dürfen und der Platz hat.</translation>
    </message>
    <message>
        <source>crema-platform, which runs a shop on this computer, is not installed.</source>
        <translation>crema-platform, das einen Laden auf diesem Rechner betreibt, ist nicht installiert.</translation>
    </message>
    <message>
        <source>Install it beside this program, or connect this till to a business elsewhere.</source>
        <translation>Installieren Sie es neben diesem Programm, oder verbinden Sie diese Kasse mit einem Unternehmen anderswo.</translation>
    </message>
    <message>
        <source>The shop&apos;s own server is still ending or does not get ready.</source>
        <translation>Der eigene Server des Ladens wird noch beendet oder wird nicht bereit.</translation>
    </message>
    <message>
        <source>Wait a moment, then try again.</source>
        <translation>Warten Sie einen Moment, dann versuchen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>crema::PriceList</name>
    <message>
        <source>This value is out of range.</source>
        <translation>Dieser Wert liegt außerhalb des Bereichs.</translation>
    </message>
    <message>
        <source>A price list needs a name of at most 100 characters.</source>
        <translation>Eine Preisliste braucht einen Namen mit höchstens 100 Zeichen.</translation>
    </message>
    <message>
        <source>An article has one price for each quantity, from 1 on and not below zero; a list holds at most %1 of them.</source>
        <translation>Ein Artikel hat für jede Menge einen Preis, ab 1 und nicht unter null; eine Liste hat höchstens %1 davon.</translation>
    </message>
    <message>
        <source>The price list cannot be kept as it is.</source>
        <translation>Die Preisliste kann so nicht aufbewahrt werden.</translation>
    </message>
    <message>
        <source>Correct the named fields.</source>
        <translation>Korrigieren Sie die genannten Felder.</translation>
    </message>
</context>
<context>
    <name>crema::PriceSteps</name>
    <message>
        <source>%1 × %2 at %3 comes to %4.</source>
        <comment>quantity, product, price, amount</comment>
        <translation>%1 × %2 zu %3 ergibt %4.</translation>
    </message>
    <message>
        <source>Its share of what is taken off the whole sale is %1.</source>
        <translation>Ihr Anteil am Rabatt des ganzen Verkaufs ist %1.</translation>
    </message>
    <message>
        <source>That leaves %1, with %2 tax of %3 in it.</source>
        <translation>Es bleiben %1, darin %2 Steuer: %3.</translation>
    </message>
    <message>
        <source>That leaves %1, and %2 tax of %3 on top.</source>
        <translation>Es bleiben %1, dazu %2 Steuer: %3.</translation>
    </message>
    <message>
        <source>All lines together come to %1.</source>
        <translation>Alle Zeilen zusammen ergeben %1.</translation>
    </message>
    <message>
        <source>%1 tax in it: %2 of %3.</source>
        <comment>rate, tax, amount with the tax</comment>
        <translation>Darin %1 Steuer: %2 von %3.</translation>
    </message>
    <message>
        <source>%1 tax on top: %2, which makes %3.</source>
        <comment>rate, tax, amount with it</comment>
        <translation>Dazu %1 Steuer: %2, das macht %3.</translation>
    </message>
    <message>
        <source>Rounded for cash by %1.</source>
        <translation>Für Bargeld gerundet um %1.</translation>
    </message>
    <message>
        <source>To pay: %1.</source>
        <translation>Zu zahlen: %1.</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Rabatt</translation>
    </message>
    <message>
        <source>%1 takes %2 off: %3.</source>
        <comment>reason, rate, amount</comment>
        <translation>%1, %2 Rabatt: %3.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>reason, amount</comment>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>%1 with the coupon %2</source>
        <comment>promotion, code</comment>
        <translation>%1 mit dem Gutscheincode %2</translation>
    </message>
</context>
<context>
    <name>crema::Pricing</name>
    <message>
        <source>This promotion is not on this device.</source>
        <translation>Diese Aktion ist nicht auf diesem Gerät.</translation>
    </message>
    <message>
        <source>Fetch the latest changes, then look again.</source>
        <translation>Holen Sie die neuesten Änderungen und sehen Sie noch einmal nach.</translation>
    </message>
    <message>
        <source>“%1” is no coupon of a promotion here.</source>
        <translation>„%1“ ist hier kein Gutscheincode einer Aktion.</translation>
    </message>
    <message>
        <source>Check the code; the promotion may have ended.</source>
        <translation>Prüfen Sie den Code; die Aktion kann zu Ende sein.</translation>
    </message>
</context>
<context>
    <name>crema::PrivateFile</name>
    <message>
        <source>%1 could not be written.</source>
        <translation>%1 konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Choose a folder in which you may write, on a disk with room.</source>
        <translation>Wählen Sie einen Ordner, in den Sie schreiben dürfen, auf einer Platte mit Platz.</translation>
    </message>
</context>
<context>
    <name>crema::Promotion</name>
    <message>
        <source>A promotion needs a name of at most 100 characters.</source>
        <translation>Eine Aktion braucht einen Namen mit höchstens 100 Zeichen.</translation>
    </message>
    <message>
        <source>The promotion cannot be kept as it is.</source>
        <translation>Die Aktion kann so nicht aufbewahrt werden.</translation>
    </message>
    <message>
        <source>Correct the named fields.</source>
        <translation>Korrigieren Sie die genannten Felder.</translation>
    </message>
    <message>
        <source>This value is out of range.</source>
        <translation>Dieser Wert liegt außerhalb des Bereichs.</translation>
    </message>
</context>
<context>
    <name>crema::PushRequest</name>
    <message>
        <source>The batch has %1 bytes; at most %2 are taken at once.</source>
        <translation>Der Stapel hat %1 Byte; höchstens %2 werden auf einmal angenommen.</translation>
    </message>
    <message>
        <source>Send fewer operations in one batch.</source>
        <translation>Senden Sie weniger Vorgänge in einem Stapel.</translation>
    </message>
    <message>
        <source>The batch is not well formed at byte %1.</source>
        <translation>Der Stapel ist bei Byte %1 nicht richtig aufgebaut.</translation>
    </message>
    <message>
        <source>Send it as docs/wire.md describes.</source>
        <translation>Senden Sie ihn, wie docs/wire.md es beschreibt.</translation>
    </message>
</context>
<context>
    <name>crema::Resolution</name>
    <message>
        <source>A decision names what is kept, the value that was seen and the value that shall stand.</source>
        <translation>Eine Entscheidung nennt, was bleibt, den gesehenen Wert und den Wert, der gelten soll.</translation>
    </message>
    <message>
        <source>This decision is not known here.</source>
        <translation>Diese Entscheidung ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>A decision is about a field.</source>
        <translation>Eine Entscheidung betrifft ein Feld.</translation>
    </message>
</context>
<context>
    <name>crema::ReturnReason</name>
    <message>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>wrong item</source>
        <translation>falscher Artikel</translation>
    </message>
    <message>
        <source>not liked</source>
        <translation>gefällt nicht</translation>
    </message>
    <message>
        <source>too many</source>
        <translation>zu viel</translation>
    </message>
    <message>
        <source>other reason</source>
        <translation>anderer Grund</translation>
    </message>
</context>
<context>
    <name>crema::RoleRules</name>
    <message>
        <source>Use a name of 1 to %1 characters that can be printed.</source>
        <translation>Verwenden Sie einen Namen aus 1 bis %1 druckbaren Zeichen.</translation>
    </message>
    <message>
        <source>Use 0 to 100 %.</source>
        <translation>Geben Sie 0 bis 100 % an.</translation>
    </message>
    <message>
        <source>The role cannot be kept as it is.</source>
        <translation>Die Rolle kann so nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>Correct the named fields.</source>
        <translation>Berichtigen Sie die genannten Felder.</translation>
    </message>
    <message>
        <source>%1 may do more than the person who changes it.</source>
        <translation>%1 darf mehr als die Person, die sie ändert.</translation>
    </message>
    <message>
        <source>Ask somebody who may do as much.</source>
        <translation>Bitten Sie jemanden, der ebenso viel darf.</translation>
    </message>
    <message>
        <source>Nobody puts into a role what they may not do themselves.</source>
        <translation>Niemand gibt einer Rolle, was er selbst nicht darf.</translation>
    </message>
    <message>
        <source>Choose rights and limits within your own, or ask an administrator.</source>
        <translation>Bleiben Sie innerhalb Ihrer eigenen Rechte und Grenzen, oder bitten Sie eine Administratorin.</translation>
    </message>
    <message>
        <source>There is no such role.</source>
        <translation>Diese Rolle gibt es nicht.</translation>
    </message>
    <message>
        <source>Choose another role, or sync first: it may have been made elsewhere.</source>
        <translation>Wählen Sie eine andere Rolle, oder gleichen Sie zuerst ab: Sie wurde vielleicht anderswo angelegt.</translation>
    </message>
    <message>
        <source>The role %1 is retired and given to nobody any more.</source>
        <translation>Die Rolle %1 ist stillgelegt und wird niemandem mehr gegeben.</translation>
    </message>
    <message>
        <source>Choose another role, or bring this one back first.</source>
        <translation>Wählen Sie eine andere Rolle, oder geben Sie diese zuerst wieder frei.</translation>
    </message>
    <message>
        <source>There is a role called %1 already.</source>
        <translation>Eine Rolle namens %1 gibt es schon.</translation>
    </message>
    <message>
        <source>Use another name, or change that role.</source>
        <translation>Verwenden Sie einen anderen Namen, oder ändern Sie jene Rolle.</translation>
    </message>
    <message>
        <source>A role of every company has this name. Choose another one.</source>
        <translation>So heißt eine Rolle jeder Firma. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Costs, people, devices and settings are for who may do it alone, or for nobody.</source>
        <translation>Kosten, Personen, Geräte und Einstellungen sind für die, die es allein dürfen, oder für niemanden.</translation>
    </message>
</context>
<context>
    <name>crema::ScaleCodes</name>
    <message>
        <source>Write one pattern in each line, as in 28IIIIIWWWWWC: prefix, item (I), weight (W), price (P) or pieces (N), check digit (C).</source>
        <translation>Schreiben Sie in jede Zeile ein Muster wie 28IIIIIWWWWWC: Vorspann, Artikel (I), Gewicht (W), Preis (P) oder Stück (N), Prüfziffer (C).</translation>
    </message>
    <message>
        <source>%1 g</source>
        <translation>%1 g</translation>
    </message>
    <message>
        <source>%1 hundredths</source>
        <translation>%1 Hundertstel</translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s)</source>
        <translation>
            <numerusform>%n Stück</numerusform>
            <numerusform>%n Stück</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” divides by something else than 1 to 1000.</source>
        <translation>„%1“ teilt durch etwas anderes als 1 bis 1000.</translation>
    </message>
    <message>
        <source>“%1” is no pattern of a scale code.</source>
        <translation>„%1“ ist kein Muster eines Waagencodes.</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <comment>a pattern, what is wrong with it</comment>
        <translation>„%1“: %2</translation>
    </message>
    <message>
        <source>There can be %1 patterns at most.</source>
        <translation>Es kann höchstens %1 Muster geben.</translation>
    </message>
    <message>
        <source>“%1” and “%2” begin alike, so nobody could tell which counts.</source>
        <translation>„%1“ und „%2“ beginnen gleich; niemand könnte sagen, welches gilt.</translation>
    </message>
    <message>
        <source>%1: item %2, %3</source>
        <comment>a code and what it says</comment>
        <translation>%1: Artikel %2, %3</translation>
    </message>
</context>
<context>
    <name>crema::SealedText</name>
    <message>
        <source>The file does not open with this passphrase, or it was changed.</source>
        <translation>Die Datei lässt sich mit dieser Passphrase nicht öffnen, oder sie wurde verändert.</translation>
    </message>
    <message>
        <source>Type the passphrase that it was written with, or copy the file again.</source>
        <translation>Geben Sie die Passphrase ein, mit der sie geschrieben wurde, oder kopieren Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>The passphrase needs at least %1 characters.</source>
        <translation>Die Passphrase braucht mindestens %1 Zeichen.</translation>
    </message>
    <message>
        <source>Three words that do not belong together are a good one.</source>
        <translation>Drei Wörter, die nicht zusammengehören, sind eine gute.</translation>
    </message>
    <message>
        <source>This is not a file that crema encrypted.</source>
        <translation>Das ist keine Datei, die crema verschlüsselt hat.</translation>
    </message>
    <message>
        <source>Choose the file that &quot;crema sync export&quot; wrote.</source>
        <translation>Wählen Sie die Datei, die „crema sync export“ geschrieben hat.</translation>
    </message>
</context>
<context>
    <name>crema::Setting</name>
    <message>
        <source>Till locks itself after</source>
        <translation>Kasse sperrt sich nach</translation>
    </message>
    <message>
        <source>When nobody has touched it for so long, a PIN is asked for.</source>
        <translation>Hat sie so lange niemand berührt, wird nach einer PIN gefragt.</translation>
    </message>
    <message>
        <source>Discount by managers up to</source>
        <translation>Rabatt durch die Leitung bis</translation>
    </message>
    <message>
        <source>Above it somebody approves who may take off more.</source>
        <translation>Darüber gibt jemand frei, der mehr nachlassen darf.</translation>
    </message>
    <message>
        <source>Discount by baristas up to</source>
        <translation>Rabatt durch Baristas bis</translation>
    </message>
    <message>
        <source>Discount by the office up to</source>
        <translation>Rabatt durch das Büro bis</translation>
    </message>
    <message>
        <source>Discount by the warehouse up to</source>
        <translation>Rabatt durch das Lager bis</translation>
    </message>
    <message>
        <source>Lines above a receipt</source>
        <translation>Zeilen über einem Bon</translation>
    </message>
    <message>
        <source>Address, tax id, a greeting. Empty: as the location was set up.</source>
        <translation>Anschrift, Steuernummer, ein Gruß. Leer: wie der Standort eingerichtet wurde.</translation>
    </message>
    <message>
        <source>Rights hold without news for</source>
        <translation>Rechte gelten ohne Nachricht für</translation>
    </message>
    <message>
        <source>A device that heard nothing of the platform for longer changes no prices and people. Selling goes on.</source>
        <translation>Ein Gerät, das länger nichts von der Plattform gehört hat, ändert keine Preise und Personen. Verkauft wird weiter.</translation>
    </message>
    <message>
        <source>Invitation holds for</source>
        <translation>Einladung gilt für</translation>
    </message>
    <message>
        <source>So long somebody can set their first password with the code.</source>
        <translation>So lange kann jemand mit dem Code sein erstes Passwort setzen.</translation>
    </message>
    <message>
        <source>Code for a new password holds for</source>
        <translation>Code für ein neues Passwort gilt für</translation>
    </message>
    <message>
        <source>The code that is mailed to who forgot their password.</source>
        <translation>Der Code, den bekommt, wer sein Passwort vergessen hat.</translation>
    </message>
    <message>
        <source>Sign-in at the platform holds for</source>
        <translation>Anmeldung an der Plattform gilt für</translation>
    </message>
    <message>
        <source>After that the password is asked for again. A PIN is not concerned.</source>
        <translation>Danach wird wieder nach dem Passwort gefragt. Eine PIN betrifft das nicht.</translation>
    </message>
    <message>
        <source>Code for a new device holds for</source>
        <translation>Code für ein neues Gerät gilt für</translation>
    </message>
    <message>
        <source>So long a device can be enrolled, or let in again, with it.</source>
        <translation>So lange kann ein Gerät damit angemeldet oder wieder zugelassen werden.</translation>
    </message>
    <message>
        <source>New products at the till</source>
        <translation>Neue Produkte an der Kasse</translation>
    </message>
    <message>
        <source>An unknown code offers to create its product.</source>
        <translation>Ein unbekannter Code bietet an, das Produkt anzulegen.</translation>
    </message>
    <message>
        <source>This has to be %1.</source>
        <translation>Erlaubt ist: %1.</translation>
    </message>
    <message>
        <source>“%1” has to be %2.</source>
        <translation>Für „%1“ ist erlaubt: %2.</translation>
    </message>
    <message>
        <source>Nothing was changed. Enter another value.</source>
        <translation>Es wurde nichts geändert. Geben Sie einen anderen Wert ein.</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>on</source>
        <translation>ein</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>Kasse</translation>
    </message>
    <message>
        <source>Discounts</source>
        <translation>Rabatte</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>Bons</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>New things</source>
        <translation>Neues</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>on or off</source>
        <translation>ein oder aus</translation>
    </message>
    <message numerus="yes">
        <source>up to %n letter(s)</source>
        <translation>
            <numerusform>bis zu %n Zeichen</numerusform>
            <numerusform>bis zu %n Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>Customers are erased after</source>
        <translation>Kunden werden gelöscht nach</translation>
    </message>
    <message>
        <source>Whoever bought nothing and was not changed for so long is erased for good. 0: nobody is.</source>
        <translation>Wer so lange nichts gekauft hat und nicht geändert wurde, wird endgültig gelöscht. 0: niemand.</translation>
    </message>
    <message>
        <source>Mail files are kept for</source>
        <translation>Dateien mit E-Mails bleiben</translation>
    </message>
    <message>
        <source>Messages that lie in the folder of the platform for lack of a server.</source>
        <translation>Nachrichten, die mangels eines Servers im Ordner der Plattform liegen.</translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n Jahr</numerusform>
            <numerusform>%n Jahre</numerusform>
        </translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>Reasons for a discount</source>
        <translation>Gründe für einen Rabatt</translation>
    </message>
    <message>
        <source>One in each line, nine at most; another one may be typed. Empty: the usual ones.</source>
        <translation>Einer in jeder Zeile, höchstens neun; ein anderer kann eingegeben werden. Leer: die üblichen.</translation>
    </message>
    <message>
        <source>Refund by managers up to</source>
        <translation>Erstattung durch Leitungen bis</translation>
    </message>
    <message>
        <source>In whole units of the currency. Above it somebody approves who may pay back more.</source>
        <translation>In ganzen Einheiten der Währung. Darüber gibt jemand frei, der mehr erstatten darf.</translation>
    </message>
    <message>
        <source>Refund by baristas up to</source>
        <translation>Erstattung durch Baristas bis</translation>
    </message>
    <message>
        <source>Count the drawer blind</source>
        <translation>Lade blind zählen</translation>
    </message>
    <message>
        <source>What should be in it is shown after it was counted.</source>
        <translation>Was darin sein sollte, wird erst nach dem Zählen gezeigt.</translation>
    </message>
    <message>
        <source>Difference of a count up to</source>
        <translation>Differenz einer Zählung bis</translation>
    </message>
    <message>
        <source>Warn when the drawer holds more than</source>
        <translation>Warnen, wenn in der Lade mehr ist als</translation>
    </message>
    <message>
        <source>Reasons to move cash</source>
        <translation>Gründe für Bargeldbewegungen</translation>
    </message>
    <message>
        <source>One a line, to choose from when cash is paid in or out.</source>
        <translation>Einer je Zeile, zur Auswahl beim Ein- und Auszahlen.</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Bargeld</translation>
    </message>
    <message>
        <source>An authenticator is asked of</source>
        <translation>Einen Authenticator brauchen</translation>
    </message>
    <message>
        <source>Whoever has none yet sets one up when they sign in by password. A PIN is not concerned.</source>
        <translation>Wer noch keinen hat, richtet ihn beim Anmelden mit Passwort ein. Eine PIN betrifft das nicht.</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>Administrators</source>
        <translation>Administratoren</translation>
    </message>
    <message>
        <source>Managers and administrators</source>
        <translation>Leitung und Administratoren</translation>
    </message>
    <message>
        <source>Codes of the scales</source>
        <translation>Codes der Waagen</translation>
    </message>
    <message>
        <source>One pattern in each line, as 28IIIIIWWWWWC: I item, W grams, P price, N pieces, V check of the value, C check. Empty: the usual ones; none: none.</source>
        <translation>In jeder Zeile ein Muster wie 28IIIIIWWWWWC: I Artikel, W Gramm, P Preis, N Stück, V Prüfziffer des Werts, C Prüfziffer. Leer: die üblichen; none: keine.</translation>
    </message>
    <message>
        <source>Tips are taken at the till</source>
        <translation>Trinkgeld wird an der Kasse genommen</translation>
    </message>
    <message>
        <source>What a guest gives beyond the amount is told apart from the takings.</source>
        <translation>Was ein Gast über den Betrag hinaus gibt, wird getrennt von den Einnahmen genannt.</translation>
    </message>
    <message>
        <source>Percentages offered as a tip</source>
        <translation>Angebotene Trinkgelder in Prozent</translation>
    </message>
    <message>
        <source>Five at most, such as 5 10 15. Empty: these three.</source>
        <translation>Höchstens fünf, etwa 5 10 15. Leer: diese drei.</translation>
    </message>
    <message>
        <source>Options at the till</source>
        <translation>Optionen an der Kasse</translation>
    </message>
    <message>
        <source>One group in each line, with what an option adds: Milk (1) @ Espresso bar: Whole; Oat +0.50. In brackets how many are chosen, such as 0-2; behind @ categories or products.</source>
        <translation>Eine Gruppe in jeder Zeile, mit dem Aufpreis einer Option: Milch (1) @ Espressobar: Voll; Hafer +0,50. In Klammern, wie viele gewählt werden, etwa 0-2; hinter @ Kategorien oder Produkte.</translation>
    </message>
    <message>
        <source>Gift cards without a connection up to</source>
        <translation>Gutscheinkarten ohne Verbindung bis</translation>
    </message>
    <message>
        <source>In whole units of the currency: so much of one card or store credit a register takes in a day while it cannot reach the platform.</source>
        <translation>In ganzen Einheiten der Währung: So viel von einer Karte oder einem Guthaben nimmt eine Kasse an einem Tag, solange sie die Plattform nicht erreicht.</translation>
    </message>
    <message>
        <source>Gift cards hold for</source>
        <translation>Gutscheinkarten gelten</translation>
    </message>
    <message>
        <source>To the end of the year; 0: they never expire. Cards that were sold keep the day that they have.</source>
        <translation>Bis zum Ende des Jahres; 0: Sie laufen nie ab. Verkaufte Karten behalten ihren Tag.</translation>
    </message>
    <message>
        <source>Above it somebody closes the shift who may.</source>
        <translation>Darüber schließt jemand die Schicht, der es darf.</translation>
    </message>
    <message>
        <source>Then cash should go into the safe. 0: never.</source>
        <translation>Dann sollte Bargeld in den Tresor. 0: nie.</translation>
    </message>
</context>
<context>
    <name>crema::SettingAmount</name>
    <message>
        <source>“%1” has to be %2.</source>
        <translation>„%1“ muss %2 sein.</translation>
    </message>
    <message>
        <source>Nothing was changed. Enter another value.</source>
        <translation>Es wurde nichts geändert. Geben Sie einen anderen Wert ein.</translation>
    </message>
    <message>
        <source>This has to be %1.</source>
        <translation>Dies muss %1 sein.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1, whole amounts</source>
        <translation>%1, ganze Beträge</translation>
    </message>
</context>
<context>
    <name>crema::Shift</name>
    <message>
        <source>What was counted of each note and coin cannot be added up.</source>
        <translation>Was von den Scheinen und Münzen gezählt wurde, lässt sich nicht zusammenzählen.</translation>
    </message>
    <message>
        <source>Count again, or enter the sum alone.</source>
        <translation>Zählen Sie noch einmal, oder geben Sie nur die Summe ein.</translation>
    </message>
</context>
<context>
    <name>crema::SigningKey</name>
    <message>
        <source>The device key has %1 bytes instead of 32.</source>
        <translation>Der Geräteschlüssel hat %1 Byte statt 32.</translation>
    </message>
    <message>
        <source>Restore the key file from a backup, or enrol the device again.</source>
        <translation>Stellen Sie die Schlüsseldatei aus einer Sicherung wieder her, oder registrieren Sie das Gerät neu.</translation>
    </message>
</context>
<context>
    <name>crema::SnapshotPlace</name>
    <message>
        <source>A place in a snapshot is needed here.</source>
        <translation>Hier wird eine Stelle in einer Momentaufnahme gebraucht.</translation>
    </message>
</context>
<context>
    <name>crema::SystemKeychain</name>
    <message>
        <source>it does not answer</source>
        <translation>er antwortet nicht</translation>
    </message>
    <message>
        <source>The keychain of this computer does not have the key of this device.</source>
        <translation>Der Schlüsselbund dieses Computers enthält den Schlüssel dieses Geräts nicht.</translation>
    </message>
    <message>
        <source>Unlock the keychain of the person who set this device up, and start again.</source>
        <translation>Entsperren Sie den Schlüsselbund der Person, die dieses Gerät eingerichtet hat, und starten Sie erneut.</translation>
    </message>
    <message>
        <source>The keychain of this computer could not be used: %1.</source>
        <translation>Der Schlüsselbund dieses Computers ließ sich nicht verwenden: %1.</translation>
    </message>
</context>
<context>
    <name>crema::Value</name>
    <message>
        <source>Correct the named fields.</source>
        <translation>Berichtigen Sie die genannten Felder.</translation>
    </message>
</context>
<context>
    <name>crema::body</name>
    <message>
        <source>The float cannot be below zero.</source>
        <translation>Das Wechselgeld kann nicht unter null liegen.</translation>
    </message>
    <message>
        <source>Both amounts need one currency.</source>
        <translation>Beide Beträge brauchen dieselbe Währung.</translation>
    </message>
    <message>
        <source>This reason is not known here.</source>
        <translation>Dieser Grund ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>A change of zero changes nothing.</source>
        <translation>Eine Änderung um null ändert nichts.</translation>
    </message>
    <message>
        <source>This role is not known here.</source>
        <translation>Diese Rolle ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>A card needs a code.</source>
        <translation>Eine Karte braucht einen Code.</translation>
    </message>
    <message>
        <source>This currency is not known here.</source>
        <translation>Diese Währung ist hier nicht bekannt.</translation>
    </message>
</context>
<context>
    <name>crema::codec</name>
    <message>
        <source>This word is not known here.</source>
        <translation>Dieses Wort ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>All amounts of a sale need one currency.</source>
        <translation>Alle Beträge eines Verkaufs brauchen dieselbe Währung.</translation>
    </message>
    <message>
        <source>All amounts of a shift need one currency.</source>
        <translation>Alle Beträge einer Schicht brauchen dieselbe Währung.</translation>
    </message>
    <message>
        <source>A sale needs at least one line.</source>
        <translation>Ein Verkauf braucht mindestens eine Position.</translation>
    </message>
    <message>
        <source>This is no id.</source>
        <translation>Das ist keine Kennung.</translation>
    </message>
    <message>
        <source>This cannot be read.</source>
        <translation>Das ist nicht lesbar.</translation>
    </message>
    <message>
        <source>An amount is more than zero; only a drawer that was just opened has none.</source>
        <translation>Ein Betrag ist größer als null; nur eine Lade, die bloß geöffnet wurde, hat keinen.</translation>
    </message>
    <message>
        <source>A discount is either a rate or an amount.</source>
        <translation>Ein Rabatt ist entweder ein Satz oder ein Betrag.</translation>
    </message>
    <message>
        <source>A cart that ended says who ended it, and no other one does.</source>
        <translation>Ein beendeter Warenkorb sagt, wer ihn beendet hat, und nur ein solcher.</translation>
    </message>
</context>
<context>
    <name>crema::codec::FilterReader::Read</name>
    <message>
        <source>This cannot be read.</source>
        <translation>Das ist nicht lesbar.</translation>
    </message>
</context>
<context>
    <name>crema::command::AnswerRenderer</name>
    <message>
        <source>No record has a field &quot;%1&quot;.</source>
        <translation>Kein Datensatz hat ein Feld „%1“.</translation>
    </message>
    <message>
        <source>It has: %1.</source>
        <translation>Es hat: %1.</translation>
    </message>
    <message>
        <source>Did you mean &quot;%1&quot;?</source>
        <translation>Meinten Sie „%1“?</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>Code: %1</translation>
    </message>
</context>
<context>
    <name>crema::command::ApproverFlags</name>
    <message>
        <source>who approves it with their PIN</source>
        <translation>wer es mit der eigenen PIN genehmigt</translation>
    </message>
    <message>
        <source>their PIN; - reads it from standard input</source>
        <translation>deren PIN; - liest sie von der Standardeingabe</translation>
    </message>
    <message>
        <source>PIN of %1</source>
        <translation>PIN von %1</translation>
    </message>
</context>
<context>
    <name>crema::command::AttentionVerbs</name>
    <message>
        <source>Write: crema sync resolve ID --keep mine|theirs [--field FIELD], or --value, --retry, --set-aside</source>
        <translation>Schreiben Sie: crema sync resolve ID --keep mine|theirs [--field FIELD], oder --value, --retry, --set-aside</translation>
    </message>
    <message>
        <source>%1 is not typed: keep mine or theirs.</source>
        <translation>%1 wird nicht eingegeben: Behalten Sie mine oder theirs.</translation>
    </message>
    <message>
        <source>%1 takes a whole number, amounts in minor units.</source>
        <translation>%1 erwartet eine ganze Zahl, Beträge in der kleinsten Einheit.</translation>
    </message>
    <message>
        <source>This was not changed in two places: use --retry or --set-aside.</source>
        <translation>Dies wurde nicht an zwei Stellen geändert: Nehmen Sie --retry oder --set-aside.</translation>
    </message>
    <message>
        <source>--value is for one field: name it with --field.</source>
        <translation>--value gilt für ein Feld: Nennen Sie es mit --field.</translation>
    </message>
    <message>
        <source>There is nothing to decide about %1.</source>
        <translation>Über %1 ist nichts zu entscheiden.</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Durch</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Decides about what needs attention.</source>
        <translation>Entscheidet über etwas unter „Bitte prüfen“.</translation>
    </message>
    <message>
        <source>What stands on the platform stays.</source>
        <translation>Was auf der Plattform steht, bleibt.</translation>
    </message>
    <message>
        <source>A third value.</source>
        <translation>Ein dritter Wert.</translation>
    </message>
    <message>
        <source>Does again what was refused.</source>
        <translation>Wiederholt, was abgelehnt wurde.</translation>
    </message>
    <message>
        <source>It stays undone.</source>
        <translation>Es bleibt ungetan.</translation>
    </message>
    <message>
        <source>from crema sync list --attention</source>
        <translation>aus crema sync list --attention</translation>
    </message>
    <message>
        <source>which value stands; theirs if not given</source>
        <translation>welcher Wert gilt; ohne Angabe theirs</translation>
    </message>
    <message>
        <source>this field only; the others stay open</source>
        <translation>nur dieses Feld; die anderen bleiben offen</translation>
    </message>
    <message>
        <source>another value; amounts in minor units</source>
        <translation>ein anderer Wert; Beträge in der kleinsten Einheit</translation>
    </message>
    <message>
        <source>do what was refused again</source>
        <translation>wiederholen, was abgelehnt wurde</translation>
    </message>
    <message>
        <source>leave it undone</source>
        <translation>es ungetan lassen</translation>
    </message>
    <message>
        <source>Works offline. The exit code is 3 when there is nothing to decide under this id, 4 when you may not, and 5 when somebody else has decided already.</source>
        <translation>Arbeitet auch ohne Netz. Der Rückgabewert ist 3, wenn unter dieser Nummer nichts zu entscheiden ist, 4, wenn Sie es nicht dürfen, und 5, wenn schon jemand anders entschieden hat.</translation>
    </message>
    <message>
        <source>--keep and --value do not go together: it is one or the other.</source>
        <translation>--keep und --value gehen nicht zusammen: Es ist das eine oder das andere.</translation>
    </message>
    <message>
        <source>--retry does not go together with --keep or --set-aside.</source>
        <translation>--retry geht nicht mit --keep oder --set-aside zusammen.</translation>
    </message>
    <message>
        <source>--set-aside goes alone: all of it stays undone.</source>
        <translation>--set-aside steht allein: Alles davon bleibt ungetan.</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meins</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Ihres</translation>
    </message>
</context>
<context>
    <name>crema::command::AuditCommand</name>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Freigegeben von</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>Done to</source>
        <translation>Betrifft</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>see who did what, where and when</source>
        <translation>sehen, wer was wo und wann getan hat</translation>
    </message>
    <message>
        <source>Lists the entries of the audit trail, newest first.</source>
        <translation>Listet das Änderungsprotokoll, Neuestes zuerst.</translation>
    </message>
    <message>
        <source>All that was done to devices.</source>
        <translation>Alles, was mit Geräten geschah.</translation>
    </message>
    <message>
        <source>who did or approved it: name or e-mail</source>
        <translation>wer es tat oder freigab: Name oder E-Mail</translation>
    </message>
    <message>
        <source>where: its name, or register: MAIN-1</source>
        <translation>wo: Name oder Kasse: MAIN-1</translation>
    </message>
    <message>
        <source>person.edit, or person. for all of it</source>
        <translation>person.edit, oder person. für alles davon</translation>
    </message>
    <message>
        <source>from this day on: 2026-11-20</source>
        <translation>von diesem Tag an: 2026-11-20</translation>
    </message>
    <message>
        <source>up to the end of this day</source>
        <translation>bis zum Ende dieses Tages</translation>
    </message>
    <message>
        <source>For people who manage people. The platform is asked; without it there is no trail. Without --limit it gives the newest 100 entries. A PIN is never told, only that there is another one.</source>
        <translation>Für alle, die das Team verwalten. Gefragt wird die Plattform; ohne sie gibt es kein Protokoll. Ohne --limit kommen die neuesten 100 Einträge. Eine PIN steht nie darin, nur dass es eine andere gibt.</translation>
    </message>
</context>
<context>
    <name>crema::command::AuthenticatorVerbs</name>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <source>Take a picture of this with the authenticator, or type the secret there: %1</source>
        <translation>Dies mit dem Authenticator aufnehmen oder dort das Geheimnis eingeben: %1</translation>
    </message>
    <message>
        <source>Code of the authenticator</source>
        <translation>Code des Authenticators</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Wiederherstellungscode</translation>
    </message>
    <message>
        <source>Keep these codes where only you find them: they are shown once, and each lets you in once without the authenticator.</source>
        <translation>Diese Codes dort aufbewahren, wo nur Sie sie finden: Sie werden nur einmal gezeigt, und jeder lässt Sie einmal ohne Authenticator ein.</translation>
    </message>
    <message>
        <source>Shows a QR code at a terminal.</source>
        <translation>Zeigt im Terminal einen QR-Code.</translation>
    </message>
    <message>
        <source>It counts once its first code was confirmed; signing in with the password asks for a code from then on.</source>
        <translation>Es zählt, sobald der erste Code bestätigt ist; ab dann fragt die Anmeldung mit Passwort nach einem Code.</translation>
    </message>
    <message>
        <source>Confirms it with its first code; prints recovery codes.</source>
        <translation>Bestätigt ihn mit seinem ersten Code; gibt Wiederherstellungscodes aus.</translation>
    </message>
    <message>
        <source>Asks for the password and the code.</source>
        <translation>Fragt nach Passwort und Code.</translation>
    </message>
    <message>
        <source>whose it is (who is signed in)</source>
        <translation>wem er gehört (wer angemeldet ist)</translation>
    </message>
    <message>
        <source>Shows a secret for an authenticator of who is signed in or named.</source>
        <translation>Zeigt ein Geheimnis für einen Authenticator dessen, der angemeldet oder genannt ist.</translation>
    </message>
</context>
<context>
    <name>crema::command::CartCommand</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Parked by</source>
        <translation>Geparkt von</translation>
    </message>
    <message>
        <source>At</source>
        <translation>An</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Nobody can go on with “%1” after that. Discard it?</source>
        <translation>Danach kann niemand „%1“ fortsetzen. Verwerfen?</translation>
    </message>
    <message>
        <source>the name under which it is parked, or its id</source>
        <translation>der Name, unter dem er geparkt ist, oder seine Kennung</translation>
    </message>
    <message>
        <source>list, show and discard the sales that are parked here</source>
        <translation>geparkte Verkäufe auflisten, zeigen und verwerfen</translation>
    </message>
    <message>
        <source>Lists the sales that wait at this place, the oldest first.</source>
        <translation>Listet die Verkäufe auf, die an diesem Ort warten, den ältesten zuerst.</translation>
    </message>
    <message>
        <source>Every till of the place sees them and may go on with them.</source>
        <translation>Jede Kasse des Ortes sieht sie und kann sie fortsetzen.</translation>
    </message>
    <message>
        <source>Shows what is in a parked sale.</source>
        <translation>Zeigt, was in einem geparkten Verkauf ist.</translation>
    </message>
    <message>
        <source>Lets go of a parked sale that nobody wants any more.</source>
        <translation>Verwirft einen geparkten Verkauf, den niemand mehr möchte.</translation>
    </message>
</context>
<context>
    <name>crema::command::CashCommand</name>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>how much cash it is</source>
        <translation>wie viel Bargeld es ist</translation>
    </message>
    <message>
        <source>why, on one line</source>
        <translation>warum, in einer Zeile</translation>
    </message>
    <message>
        <source>more about why</source>
        <translation>mehr zum Grund</translation>
    </message>
    <message>
        <source>pay cash in and out of the drawer, and list it</source>
        <translation>Bargeld ein- und auszahlen und auflisten</translation>
    </message>
    <message>
        <source>Pays cash into the drawer.</source>
        <translation>Zahlt Bargeld in die Lade ein.</translation>
    </message>
    <message>
        <source>Pays cash out of the drawer.</source>
        <translation>Zahlt Bargeld aus der Lade aus.</translation>
    </message>
    <message>
        <source>Takes cash out of the drawer into the safe.</source>
        <translation>Nimmt Bargeld aus der Lade in den Tresor.</translation>
    </message>
    <message>
        <source>Notes that the drawer is opened without a sale.</source>
        <translation>Vermerkt, dass die Lade ohne Verkauf geöffnet wird.</translation>
    </message>
    <message>
        <source>Lists what was moved in the open shift.</source>
        <translation>Listet auf, was in der offenen Schicht bewegt wurde.</translation>
    </message>
    <message>
        <source>of all shifts that are known here</source>
        <translation>aller Schichten, die hier bekannt sind</translation>
    </message>
</context>
<context>
    <name>crema::command::CategoryCommand</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archiviert</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>list the categories of the catalog</source>
        <translation>die Kategorien des Katalogs zeigen</translation>
    </message>
    <message>
        <source>Lists the categories of the catalog.</source>
        <translation>Zeigt die Kategorien des Katalogs.</translation>
    </message>
</context>
<context>
    <name>crema::command::CellText</name>
    <message>
        <source>%1 for %2</source>
        <translation>%1 für %2</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
</context>
<context>
    <name>crema::command::CommandLine</name>
    <message>
        <source>The program was ended before the command was done.</source>
        <translation>Das Programm wurde beendet, bevor der Befehl fertig war.</translation>
    </message>
    <message>
        <source>The command stopped unexpectedly: %1.</source>
        <translation>Der Befehl hielt unerwartet an: %1.</translation>
    </message>
    <message>
        <source>Run &quot;crema doctor&quot;; what was recorded before is kept.</source>
        <translation>Führen Sie „crema doctor“ aus; was vorher erfasst wurde, bleibt erhalten.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n Datensatz</numerusform>
            <numerusform>%n Datensätze</numerusform>
        </translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Weiter: %1</translation>
    </message>
    <message>
        <source>Took %1 ms.</source>
        <translation>Dauerte %1 ms.</translation>
    </message>
    <message>
        <source>Run the command again; what was recorded before is kept.</source>
        <translation>Führen Sie den Befehl noch einmal aus; was vorher erfasst wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The output could not be written: %1.</source>
        <translation>Die Ausgabe konnte nicht geschrieben werden: %1.</translation>
    </message>
    <message>
        <source>Make room where it goes, or send it elsewhere. What the command did stays done.</source>
        <translation>Schaffen Sie dort Platz, oder leiten Sie sie woandershin. Was der Befehl getan hat, bleibt getan.</translation>
    </message>
</context>
<context>
    <name>crema::command::CompletionCommand</name>
    <message>
        <source>the script that completes commands in your shell</source>
        <translation>das Skript, das in Ihrer Shell Befehle vervollständigt</translation>
    </message>
    <message>
        <source>Prints the completion script of a shell.</source>
        <translation>Gibt das Vervollständigungsskript einer Shell aus.</translation>
    </message>
    <message>
        <source>For this bash.</source>
        <translation>Für diese Bash.</translation>
    </message>
    <message>
        <source>bash, zsh or fish</source>
        <translation>bash, zsh oder fish</translation>
    </message>
</context>
<context>
    <name>crema::command::ConfigCommand</name>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>the name of a setting: currency, platform, store</source>
        <translation>der Name einer Einstellung: currency, platform, store</translation>
    </message>
    <message>
        <source>show and change the settings of this device</source>
        <translation>die Einstellungen dieses Geräts zeigen und ändern</translation>
    </message>
    <message>
        <source>Shows all settings.</source>
        <translation>Zeigt alle Einstellungen.</translation>
    </message>
    <message>
        <source>Also where each comes from.</source>
        <translation>Auch, woher jede kommt.</translation>
    </message>
    <message>
        <source>also where each comes from</source>
        <translation>auch, woher jede kommt</translation>
    </message>
    <message>
        <source>Prints one setting.</source>
        <translation>Gibt eine Einstellung aus.</translation>
    </message>
    <message>
        <source>Changes one setting.</source>
        <translation>Ändert eine Einstellung.</translation>
    </message>
    <message>
        <source>its new value</source>
        <translation>ihr neuer Wert</translation>
    </message>
    <message>
        <source>The currency can be set until the device is enrolled; then the platform decides.</source>
        <translation>Die Währung lässt sich setzen, bis das Gerät registriert ist; dann entscheidet die Plattform.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not set.</source>
        <translation>„%1“ ist nicht gesetzt.</translation>
    </message>
</context>
<context>
    <name>crema::command::CustomerCommand</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Tax id</source>
        <translation>Steuernummer</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>what the customer is called</source>
        <translation>wie der Kunde heißt</translation>
    </message>
    <message>
        <source>Adds a customer. Works offline.</source>
        <translation>Fügt einen Kunden hinzu. Geht auch offline.</translation>
    </message>
    <message>
        <source>e-mail address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>phone number</source>
        <translation>Telefonnummer</translation>
    </message>
    <message>
        <source>tax number</source>
        <translation>Steuernummer</translation>
    </message>
    <message>
        <source>what staff should know</source>
        <translation>was das Personal wissen soll</translation>
    </message>
    <message>
        <source>an id, or words that fit one customer</source>
        <translation>eine Kennung, oder Wörter, die zu einem Kunden passen</translation>
    </message>
    <message>
        <source>Lists customers by name.</source>
        <translation>Listet Kunden nach Namen auf.</translation>
    </message>
    <message>
        <source>Shows one customer.</source>
        <translation>Zeigt einen Kunden.</translation>
    </message>
    <message>
        <source>Changes a customer.</source>
        <translation>Ändert einen Kunden.</translation>
    </message>
    <message>
        <source>what to change, and to what</source>
        <translation>was zu ändern ist, und worauf</translation>
    </message>
    <message>
        <source>Customers take words of their name, mail address, phone or tax number.</source>
        <translation>Kunden findet man mit Wörtern aus Name, Mailadresse, Telefon- oder Steuernummer.</translation>
    </message>
    <message>
        <source>Erase everything that is known of %1, here and everywhere? It cannot be taken back; their sales stay without a name.</source>
        <translation>Alles löschen, was über %1 bekannt ist, hier und überall? Das lässt sich nicht zurücknehmen; die Verkäufe bleiben ohne Namen.</translation>
    </message>
    <message>
        <source>Erased here. Other devices and the platform follow once this device has sent it.</source>
        <translation>Hier gelöscht. Die Plattform und andere Geräte folgen, sobald dieses Gerät es gesendet hat.</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Forgets everything that is known of a customer, for good. Works offline.</source>
        <translation>Vergisst endgültig alles, was über einen Kunden bekannt ist. Geht ohne Netz.</translation>
    </message>
    <message>
        <source>why; requested when left out</source>
        <translation>warum; ohne Angabe requested</translation>
    </message>
    <message>
        <source>Their sales stay, without a name. Needs the right to manage people.</source>
        <translation>Die Verkäufe bleiben, ohne Namen. Dazu gehört das Recht, Personen zu verwalten.</translation>
    </message>
    <message>
        <source>Writes everything that is known of a customer, for them. Asks the platform.</source>
        <translation>Schreibt alles, was über einen Kunden bekannt ist, für ihn. Fragt die Plattform.</translation>
    </message>
    <message>
        <source>what to write; standard output when left out</source>
        <translation>wohin; ohne Angabe auf die Standardausgabe</translation>
    </message>
    <message>
        <source>the id of the customer</source>
        <translation>die Kennung des Kunden</translation>
    </message>
    <message>
        <source>list, show, create, edit, export and erase customers</source>
        <translation>Kunden auflisten, zeigen, anlegen, ändern, herausgeben und löschen</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Asks for the password of who is signed in here, who needs the right to manage people. The audit trail says that it was done.</source>
        <translation>Fragt nach dem Passwort der hier angemeldeten Person, die das Team verwalten dürfen muss. Das Änderungsprotokoll hält es fest.</translation>
    </message>
    <message>
        <source>Offers by e-mail</source>
        <translation>Angebote per E-Mail</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>Mitgeteilt</translation>
    </message>
    <message>
        <source>Said at</source>
        <translation>Mitgeteilt am</translation>
    </message>
    <message>
        <source>Fields: name, email, phone, tax_id, notes, group, price_list (an id), archived (yes or no), marketing (given, withdrawn or unknown; how they said so behind a colon: in_person, in_writing, by_phone, by_email, online or other).</source>
        <translation>Felder: name, email, phone, tax_id, notes, group, price_list (eine Id), archived (yes oder no), marketing (given, withdrawn oder unknown; hinter einem Doppelpunkt, wie sie es gesagt haben: in_person, in_writing, by_phone, by_email, online oder other).</translation>
    </message>
</context>
<context>
    <name>crema::command::DatabaseCommand</name>
    <message>
        <source>Sound</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Vorgänge</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produkte</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Verkäufe</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>check the local store, and say where it lies</source>
        <translation>den lokalen Speicher prüfen und sagen, wo er liegt</translation>
    </message>
    <message>
        <source>Reads the whole store and verifies it.</source>
        <translation>Liest den ganzen Speicher und prüft ihn.</translation>
    </message>
    <message>
        <source>Prints where the store lies.</source>
        <translation>Gibt aus, wo der Speicher liegt.</translation>
    </message>
    <message>
        <source>Journal entries</source>
        <translation>Journaleinträge</translation>
    </message>
    <message>
        <source>Compared with the platform</source>
        <translation>Mit der Plattform verglichen</translation>
    </message>
</context>
<context>
    <name>crema::command::DeviceCommand</name>
    <message>
        <source>Enrolled</source>
        <translation>Registriert</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Kasse</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Device id</source>
        <translation>Gerätekennung</translation>
    </message>
    <message>
        <source>Enrols this device with a one-time code.</source>
        <translation>Registriert dieses Gerät mit einem Einmalcode.</translation>
    </message>
    <message>
        <source>the platform&apos;s address</source>
        <translation>die Adresse der Plattform</translation>
    </message>
    <message>
        <source>the one-time code from the platform</source>
        <translation>der Einmalcode von der Plattform</translation>
    </message>
    <message>
        <source>what to call it (this machine&apos;s name)</source>
        <translation>wie es heißen soll (Name dieses Rechners)</translation>
    </message>
    <message>
        <source>Shows this device, its register and its store.</source>
        <translation>Zeigt dieses Gerät, seine Kasse und seinen Speicher.</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Letzter Kontakt</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Need attention</source>
        <translation>Bitte prüfen</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>What is the matter</source>
        <translation>Was los ist</translation>
    </message>
    <message>
        <source>Not of now, but of %1: %2</source>
        <comment>a time, a reason</comment>
        <translation>Nicht von jetzt, sondern von %1: %2</translation>
    </message>
    <message>
        <source>Lists how all devices are, what needs a person first.</source>
        <translation>Zeigt, wie es allen Geräten geht, zuerst, was jemanden braucht.</translation>
    </message>
    <message>
        <source>For people who manage devices. Without the platform it shows what was known last, and says so.</source>
        <translation>Für alle, die Geräte verwalten. Ohne Plattform wird gezeigt, was zuletzt bekannt war, und das gesagt.</translation>
    </message>
    <message>
        <source>Lets this device in again after it was shut out.</source>
        <translation>Lässt dieses Gerät wieder zu, nachdem es gesperrt wurde.</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>The device is enrolled, but what it sells and at which tax was not fetched: %1 It cannot sell until &quot;crema sync run&quot; has fetched it.</source>
        <translation>Das Gerät ist angemeldet, aber was es zu welchem Steuersatz verkauft, wurde nicht geholt: %1 Es kann erst verkaufen, wenn „crema sync run“ das geholt hat.</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>Einmalcode</translation>
    </message>
    <message>
        <source>holds the one-time code; &quot;-&quot; is standard input</source>
        <translation>enthält den Einmalcode; „-“: Standardeingabe</translation>
    </message>
    <message>
        <source>Others on this machine can read what --code says: without it the code is read from --code-file or CREMA_CODE, or asked for.</source>
        <translation>Andere auf diesem Rechner können lesen, was hinter --code steht: Ohne es wird der Code aus --code-file oder CREMA_CODE gelesen, oder es wird nach ihm gefragt.</translation>
    </message>
    <message>
        <source>A manager makes the code: crema device code. It serves once, for as long as devices.code_hours says.</source>
        <translation>Den Code macht eine Führungskraft: crema device code. Er gilt einmal und so lange, wie devices.code_hours sagt.</translation>
    </message>
    <message>
        <source>A manager makes the code: crema device readmit-code DEVICE. The device goes on with what it has, and sends what waits.</source>
        <translation>Den Code macht eine Führungskraft: crema device readmit-code GERÄT. Das Gerät macht mit dem weiter, was es hat, und sendet, was wartet.</translation>
    </message>
    <message>
        <source>enrol this device, show it, see how all are, manage them</source>
        <translation>dieses Gerät anmelden, zeigen, alle sehen und verwalten</translation>
    </message>
</context>
<context>
    <name>crema::command::DeviceManagement</name>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Good until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>Shut %1 out? What it has not sent stays on its disk, and it comes in again only with a code that is typed on it.</source>
        <translation>%1 aussperren? Was es nicht gesendet hat, bleibt auf seiner Platte, und es kommt nur mit einem Code wieder herein, der auf ihm eingetippt wird.</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Kasse</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Shut out</source>
        <translation>Ausgesperrt</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Of register %1 everything up to operation %2 has arrived.</source>
        <comment>a code, a number</comment>
        <translation>Von Kasse %1 ist alles bis zum Vorgang %2 angekommen.</translation>
    </message>
    <message>
        <source>Register %1 has an open shift.</source>
        <translation>Kasse %1 hat eine offene Schicht.</translation>
    </message>
    <message>
        <source>For people who manage devices. The password can also stand in CREMA_PASSWORD, a code in CREMA_CODE.</source>
        <translation>Für alle, die Geräte verwalten. Das Passwort kann auch in CREMA_PASSWORD stehen, ein Code in CREMA_CODE.</translation>
    </message>
    <message>
        <source>its register (MAIN-2), name or id</source>
        <translation>seine Kasse (MAIN-2), sein Name oder seine Kennung</translation>
    </message>
    <message>
        <source>Asks for the password.</source>
        <translation>Fragt nach dem Passwort.</translation>
    </message>
    <message>
        <source>where the device works; else where this one is</source>
        <translation>wo das Gerät arbeitet; sonst, wo dieses ist</translation>
    </message>
    <message>
        <source>why</source>
        <translation>warum</translation>
    </message>
    <message>
        <source>also when it is this one</source>
        <translation>auch, wenn es dieses ist</translation>
    </message>
    <message>
        <source>It is typed there: crema device readmit --code CODE. For people who manage devices.</source>
        <translation>Er wird dort eingetippt: crema device readmit --code CODE. Für alle, die Geräte verwalten.</translation>
    </message>
    <message>
        <source>what it is called from now on</source>
        <translation>wie es ab jetzt heißt</translation>
    </message>
    <message>
        <source>Makes a code for a new device. Asks the platform.</source>
        <translation>Macht einen Code für ein neues Gerät. Fragt die Plattform.</translation>
    </message>
    <message>
        <source>Shuts a device out, tells what came from it. Asks the platform.</source>
        <translation>Sperrt ein Gerät aus, sagt, was von ihm kam. Fragt die Plattform.</translation>
    </message>
    <message>
        <source>Makes a code that lets a device in again. Asks the platform.</source>
        <translation>Macht einen Code, der ein Gerät wieder einlässt. Fragt die Plattform.</translation>
    </message>
    <message>
        <source>Gives a device another name. Asks the platform.</source>
        <translation>Gibt einem Gerät einen anderen Namen. Fragt die Plattform.</translation>
    </message>
    <message>
        <source>It goes when it is in contact, its shift is closed and everything is sent.</source>
        <translation>Es zieht um, sobald es Verbindung hat, seine Schicht geschlossen und alles gesendet ist.</translation>
    </message>
    <message>
        <source>Moves a device to another place or register. Asks the platform.</source>
        <translation>Lässt ein Gerät an einen anderen Standort oder eine andere Kasse umziehen. Fragt die Plattform.</translation>
    </message>
    <message>
        <source>Another register, the same place.</source>
        <translation>Eine andere Kasse, derselbe Standort.</translation>
    </message>
    <message>
        <source>where it works; else where it is, which takes a move back</source>
        <translation>wo es arbeitet; sonst, wo es ist, was einen Umzug zurücknimmt</translation>
    </message>
    <message>
        <source>its register there; else the first that is free</source>
        <translation>seine Kasse dort; sonst die erste freie</translation>
    </message>
</context>
<context>
    <name>crema::command::DoctorCommand</name>
    <message>
        <source>The locale is %1.</source>
        <translation>Die Spracheinstellung ist %1.</translation>
    </message>
    <message>
        <source>No locale is set; names with accents may look wrong.</source>
        <translation>Es ist keine Spracheinstellung gesetzt; Namen mit Akzenten sehen vielleicht falsch aus.</translation>
    </message>
    <message>
        <source>The locale %1 is not UTF-8; names with accents may look wrong.</source>
        <translation>Die Spracheinstellung %1 ist nicht UTF-8; Namen mit Akzenten sehen vielleicht falsch aus.</translation>
    </message>
    <message>
        <source>Set LANG, for example: export LANG=C.UTF-8</source>
        <translation>Setzen Sie LANG, zum Beispiel: export LANG=C.UTF-8</translation>
    </message>
    <message>
        <source>The output is not a terminal; nothing is coloured or cut.</source>
        <translation>Die Ausgabe ist kein Terminal; nichts wird gefärbt oder gekürzt.</translation>
    </message>
    <message>
        <source>TERM does not name a terminal; the full-screen app needs one.</source>
        <translation>TERM nennt kein Terminal; die bildschirmfüllende App braucht eines.</translation>
    </message>
    <message>
        <source>Set TERM to what your terminal is, for example: export TERM=xterm-256color</source>
        <translation>Setzen Sie TERM auf Ihr Terminal, zum Beispiel: export TERM=xterm-256color</translation>
    </message>
    <message>
        <source>The terminal is %1 with %2 columns.</source>
        <translation>Das Terminal ist %1 mit %2 Spalten.</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>How to mend it</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>what is wrong with this set-up, and how to mend it</source>
        <translation>was an dieser Einrichtung nicht stimmt und was zu tun ist</translation>
    </message>
    <message>
        <source>The programs of this device write to %1.</source>
        <translation>Die Programme dieses Geräts schreiben nach %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n log(s) copied to %1.</source>
        <translation>
            <numerusform>%n Protokoll nach %1 kopiert.</numerusform>
            <numerusform>%n Protokolle nach %1 kopiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Looks over store, disk, platform, clock, locale, terminal and logs.</source>
        <translation>Prüft Speicher, Datenträger, Plattform, Uhr, Sprachumgebung, Terminal und Protokolle.</translation>
    </message>
    <message>
        <source>copy the logs there, for whoever helps you</source>
        <translation>die Protokolle dorthin kopieren, für alle, die Ihnen helfen</translation>
    </message>
</context>
<context>
    <name>crema::command::ExitCode</name>
    <message>
        <source>Done. Also when the platform is away and the work waits in the queue.</source>
        <translation>Erledigt. Auch wenn die Plattform weg ist und die Arbeit in der Warteschlange steht.</translation>
    </message>
    <message>
        <source>It could not be done. Trying again later may help.</source>
        <translation>Es ging nicht. Ein späterer Versuch kann helfen.</translation>
    </message>
    <message>
        <source>The command or a value on it cannot be used as it is.</source>
        <translation>Der Befehl oder ein Wert darin kann so nicht verwendet werden.</translation>
    </message>
    <message>
        <source>Nothing has that code, number, name or id.</source>
        <translation>Nichts hat diesen Code, diese Nummer, diesen Namen oder diese Kennung.</translation>
    </message>
    <message>
        <source>Nobody is signed in, the device is not enrolled, or the person may not.</source>
        <translation>Niemand ist angemeldet, das Gerät ist nicht registriert, oder die Person darf es nicht.</translation>
    </message>
    <message>
        <source>The state does not allow it, or something needs attention.</source>
        <translation>Der Stand lässt es nicht zu, oder etwas braucht Aufmerksamkeit.</translation>
    </message>
    <message>
        <source>Some records of a batch were set aside; the others are done.</source>
        <translation>Einige Datensätze eines Stapels wurden beiseitegelegt; die anderen sind erledigt.</translation>
    </message>
    <message>
        <source>A disk, printer or other device does not do its part.</source>
        <translation>Ein Datenträger, Drucker oder anderes Gerät tut seinen Teil nicht.</translation>
    </message>
    <message>
        <source>With --wait: not synced before --timeout. Everything stays queued.</source>
        <translation>Mit --wait: nicht abgeglichen vor --timeout. Alles bleibt in der Warteschlange.</translation>
    </message>
    <message>
        <source>Interrupted with Ctrl+C. What was done before stays done.</source>
        <translation>Mit Strg+C unterbrochen. Was vorher erledigt war, bleibt erledigt.</translation>
    </message>
</context>
<context>
    <name>crema::command::GiftCardCommand</name>
    <message>
        <source>Ends in</source>
        <translation>Endet auf</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Guthaben</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Pays here now</source>
        <translation>Zahlt hier jetzt</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Amounts</source>
        <translation>Beträge</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>The code is shown this once. Nothing is on the card until a sale loads it.</source>
        <translation>Der Code wird nur dieses eine Mal gezeigt. Auf der Karte ist nichts, bis ein Verkauf sie auflädt.</translation>
    </message>
    <message>
        <source>its code, its id, or its last four digits</source>
        <translation>ihr Code, ihre Id oder ihre letzten vier Ziffern</translation>
    </message>
    <message>
        <source>the store credit of this customer instead</source>
        <translation>stattdessen das Guthaben dieses Kunden</translation>
    </message>
    <message>
        <source>Changes what is on a card or a store credit.</source>
        <translation>Ändert, was auf einer Karte oder einem Guthaben ist.</translation>
    </message>
    <message>
        <source>put on it</source>
        <translation>darauf geladen</translation>
    </message>
    <message>
        <source>taken off it</source>
        <translation>davon genommen</translation>
    </message>
    <message>
        <source>why, on one line</source>
        <translation>warum, in einer Zeile</translation>
    </message>
    <message>
        <source>make, look at, block and adjust gift cards</source>
        <translation>Gutscheinkarten machen, sperren und anpassen</translation>
    </message>
    <message>
        <source>Makes a card with nothing on it, and shows its code.</source>
        <translation>Macht eine leere Karte und zeigt ihren Code.</translation>
    </message>
    <message>
        <source>Shows what is on a card or a store credit.</source>
        <translation>Zeigt, was auf einer Karte oder einem Guthaben ist.</translation>
    </message>
    <message>
        <source>Lists cards and store credit, the newest first.</source>
        <translation>Listet Karten und Guthaben, die neuesten zuerst.</translation>
    </message>
    <message>
        <source>Sells what is put on a card: a sale of its own.</source>
        <translation>Verkauft, was auf eine Karte kommt: ein Verkauf.</translation>
    </message>
    <message>
        <source>how much is put on it</source>
        <translation>wie viel darauf kommt</translation>
    </message>
    <message>
        <source>how it is paid, as in crema sale create</source>
        <translation>wie bezahlt wird, wie bei crema sale create</translation>
    </message>
    <message>
        <source>Blocks a card that was lost or stolen.</source>
        <translation>Sperrt eine verlorene oder gestohlene Karte.</translation>
    </message>
    <message>
        <source>Lets a card pay again.</source>
        <translation>Lässt eine Karte wieder zahlen.</translation>
    </message>
</context>
<context>
    <name>crema::command::Help</name>
    <message>
        <source>%1 (needed)</source>
        <translation>%1 (nötig)</translation>
    </message>
    <message>
        <source>[flags]</source>
        <translation>[schalter]</translation>
    </message>
    <message>
        <source>Opens the full-screen app.</source>
        <translation>Öffnet die bildschirmfüllende App.</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>Aufruf</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>&quot;crema help NOUN&quot; and &quot;crema help NOUN VERB&quot; say more; &quot;crema help exit-codes&quot; lists the exit codes. Amounts on the command line are in minor units: 12.90 EUR is 1290. Data goes to standard output, everything else to standard error.</source>
        <translation>„crema help NOMEN“ und „crema help NOMEN VERB“ sagen mehr; „crema help exit-codes“ nennt die Rückgabewerte. Beträge stehen auf der Befehlszeile in kleinsten Einheiten: 12,90 EUR ist 1290. Daten gehen auf die Standardausgabe, alles andere auf die Standardfehlerausgabe.</translation>
    </message>
    <message>
        <source>&quot;crema help %1 VERB&quot; says more.</source>
        <translation>„crema help %1 VERB“ sagt mehr.</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Angaben</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Schalter</translation>
    </message>
    <message>
        <source>Common flags</source>
        <translation>Gemeinsame Schalter</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Exit codes</source>
        <translation>Rückgabewerte</translation>
    </message>
    <message>
        <source>plain lines instead of a screen, for screen readers and dumb terminals</source>
        <translation>einfache Zeilen statt eines Bildschirms, für Screenreader und einfache Terminals</translation>
    </message>
    <message>
        <source>what the terminal shows: auto, utf8, latin1 or ascii</source>
        <translation>was das Terminal zeigt: auto, utf8, latin1 oder ascii</translation>
    </message>
    <message>
        <source>auto, always or never; NO_COLOR is never</source>
        <translation>auto, always oder never; NO_COLOR bedeutet never</translation>
    </message>
    <message>
        <source>what the scanner sends before each code</source>
        <translation>was der Scanner vor jedem Code sendet</translation>
    </message>
    <message>
        <source>one or none: the tone for an accepted scan; a refused one always rings</source>
        <translation>one oder none: der Ton für einen angenommenen Scan; ein abgelehnter klingt immer</translation>
    </message>
    <message>
        <source>menu digits count with Enter only</source>
        <translation>Menüziffern zählen nur mit Enter</translation>
    </message>
    <message>
        <source>write every screen of an example shop as text, and end</source>
        <translation>jeden Bildschirm eines Beispielladens als Text schreiben und enden</translation>
    </message>
    <message>
        <source>Flags of the full-screen app</source>
        <translation>Optionen der bildschirmfüllenden App</translation>
    </message>
</context>
<context>
    <name>crema::command::HelpCommand</name>
    <message>
        <source>There is no help on &quot;%1&quot;.</source>
        <translation>Zu „%1“ gibt es keine Hilfe.</translation>
    </message>
    <message>
        <source>Run &quot;crema help&quot; to see all commands.</source>
        <translation>„crema help“ zeigt alle Befehle.</translation>
    </message>
    <message>
        <source>Did you mean &quot;crema help %1&quot;?</source>
        <translation>Meinten Sie „crema help %1“?</translation>
    </message>
    <message>
        <source>how to use a command, and what the exit codes mean</source>
        <translation>wie man einen Befehl benutzt und was die Rückgabewerte bedeuten</translation>
    </message>
    <message>
        <source>Shows the help on a command.</source>
        <translation>Zeigt die Hilfe zu einem Befehl.</translation>
    </message>
    <message>
        <source>All commands.</source>
        <translation>Alle Befehle.</translation>
    </message>
    <message>
        <source>One of them.</source>
        <translation>Einer davon.</translation>
    </message>
    <message>
        <source>What scripts can rely on.</source>
        <translation>Worauf sich Skripte verlassen können.</translation>
    </message>
    <message>
        <source>a command, or exit-codes, or man-page</source>
        <translation>ein Befehl, oder exit-codes, oder man-page</translation>
    </message>
    <message>
        <source>one of its verbs</source>
        <translation>eines seiner Verben</translation>
    </message>
</context>
<context>
    <name>crema::command::JournalCommand</name>
    <message>
        <source>Entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>At</source>
        <translation>Um</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Belegnummer</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Perpetual total</source>
        <translation>Fortlaufende Summe</translation>
    </message>
    <message>
        <source>Countersigned</source>
        <translation>Gegengezeichnet</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>show and export the auditor&apos;s journal</source>
        <translation>das Prüfjournal zeigen und exportieren</translation>
    </message>
    <message>
        <source>Lists the newest entries.</source>
        <translation>Zeigt die neuesten Einträge.</translation>
    </message>
    <message>
        <source>crema db check says whether every entry is as it was written.</source>
        <translation>crema db check sagt, ob jeder Eintrag so ist, wie er geschrieben wurde.</translation>
    </message>
    <message>
        <source>Writes the whole journal for an auditor.</source>
        <translation>Schreibt das ganze Journal für eine Prüfung.</translation>
    </message>
    <message>
        <source>The file holds one JSON object a line: the keys, every entry with its document, and the platform&apos;s signatures. docs/journal.md says how to check it without this program.</source>
        <translation>Die Datei enthält je Zeile ein JSON-Objekt: die Schlüssel, jeden Eintrag mit seinem Beleg und die Unterschriften der Plattform. docs/journal.md sagt, wie man sie ohne dieses Programm prüft.</translation>
    </message>
    <message>
        <source>what to write; &quot;-&quot; is standard output</source>
        <translation>was geschrieben wird; „-“ ist die Standardausgabe</translation>
    </message>
</context>
<context>
    <name>crema::command::KeysCommand</name>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was sie tut</translation>
    </message>
    <message>
        <source>This program has no keys of its own.</source>
        <translation>Dieses Programm hat keine eigenen Tasten.</translation>
    </message>
    <message>
        <source>“%1” has no key.</source>
        <translation>„%1“ hat keine Taste.</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <comment>action, keys</comment>
        <translation>„%1“: %2</translation>
    </message>
    <message>
        <source>All keys of this device are as usual.</source>
        <translation>Alle Tasten dieses Geräts sind wie üblich.</translation>
    </message>
    <message>
        <source>an action, as the list has it</source>
        <translation>eine Aktion, wie die Liste sie nennt</translation>
    </message>
    <message>
        <source>see and change the keys of this device</source>
        <translation>die Tasten dieses Geräts ansehen und ändern</translation>
    </message>
    <message>
        <source>Lists every action of the window and of the terminal with its keys.</source>
        <translation>Listet jede Aktion des Fensters und des Terminals mit ihren Tasten.</translation>
    </message>
    <message>
        <source>What is not as usual.</source>
        <translation>Was nicht wie üblich ist.</translation>
    </message>
    <message>
        <source>window or terminal (both)</source>
        <translation>window oder terminal (beide)</translation>
    </message>
    <message>
        <source>only what is not as usual</source>
        <translation>nur was nicht wie üblich ist</translation>
    </message>
    <message>
        <source>Gives an action one key or two.</source>
        <translation>Gibt einer Aktion eine Taste oder zwei.</translation>
    </message>
    <message>
        <source>No key at all.</source>
        <translation>Gar keine Taste.</translation>
    </message>
    <message>
        <source>as F6, Alt+H or ^E; none for no key</source>
        <translation>wie F6, Alt+H oder ^E; none für keine</translation>
    </message>
    <message>
        <source>a second key</source>
        <translation>eine zweite Taste</translation>
    </message>
    <message>
        <source>take the key from the action that has it</source>
        <translation>die Taste der Aktion nehmen, die sie hat</translation>
    </message>
    <message>
        <source>Programs that run on this device take it over at once. What the system, a text field or a scanner needs is refused.</source>
        <translation>Programme, die auf diesem Gerät laufen, übernehmen es sofort. Was das System, ein Textfeld oder ein Scanner braucht, wird abgelehnt.</translation>
    </message>
    <message>
        <source>Gives one action, or all, the usual keys again.</source>
        <translation>Gibt einer Aktion oder allen die üblichen Tasten zurück.</translation>
    </message>
    <message>
        <source>an action, as the list has it (all of them)</source>
        <translation>eine Aktion, wie die Liste sie nennt (alle)</translation>
    </message>
</context>
<context>
    <name>crema::command::ManPage</name>
    <message>
        <source>Also: %1.</source>
        <translation>Auch: %1.</translation>
    </message>
    <message>
        <source>sell, count and manage from a terminal</source>
        <translation>verkaufen, zählen und verwalten im Terminal</translation>
    </message>
    <message>
        <source>The local store, as sqlite:PATH. Without it, the store lies in crema below XDG_DATA_HOME.</source>
        <translation>Der lokale Speicher, als sqlite:PFAD. Ohne diese Angabe liegt er in crema unter XDG_DATA_HOME.</translation>
    </message>
    <message>
        <source>How output to a terminal looks.</source>
        <translation>Wie die Ausgabe auf einem Terminal aussieht.</translation>
    </message>
    <message>
        <source>Secrets for the verbs that ask for them.</source>
        <translation>Geheimnisse für die Befehle, die danach fragen.</translation>
    </message>
</context>
<context>
    <name>crema::command::OutputFile</name>
    <message>
        <source>&quot;%1&quot; cannot be read: %2.</source>
        <translation>„%1“ ist nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>Make room where temporary files lie, or name a file instead of &quot;-&quot;.</source>
        <translation>Schaffen Sie Platz, wo temporäre Dateien liegen, oder nennen Sie statt „-“ eine Datei.</translation>
    </message>
</context>
<context>
    <name>crema::command::Parser</name>
    <message>
        <source>Run &quot;crema help %1&quot; to see what it takes.</source>
        <translation>„crema help %1“ zeigt, was es annimmt.</translation>
    </message>
    <message>
        <source>Did you mean &quot;%1&quot;?</source>
        <translation>Meinten Sie „%1“?</translation>
    </message>
    <message>
        <source>--%1 does not take &quot;%2&quot;.</source>
        <translation>--%1 nimmt „%2“ nicht an.</translation>
    </message>
    <message>
        <source>It takes one of: %1.</source>
        <translation>Es nimmt eines von diesen: %1.</translation>
    </message>
    <message>
        <source>--%1 needs a whole number and got &quot;%2&quot;.</source>
        <translation>--%1 braucht eine ganze Zahl und bekam „%2“.</translation>
    </message>
    <message>
        <source>Amounts are in minor units: 12.90 EUR is 1290.</source>
        <translation>Beträge stehen in kleinsten Einheiten: 12,90 EUR ist 1290.</translation>
    </message>
    <message>
        <source>Write digits only, for example 10.</source>
        <translation>Schreiben Sie nur Ziffern, zum Beispiel 10.</translation>
    </message>
    <message>
        <source>--%1 cannot be %2.</source>
        <translation>--%1 kann nicht %2 sein.</translation>
    </message>
    <message>
        <source>It takes a whole number from %1 to %2.</source>
        <translation>Es nimmt eine ganze Zahl von %1 bis %2.</translation>
    </message>
    <message>
        <source>--%1 takes no value.</source>
        <translation>--%1 nimmt keinen Wert.</translation>
    </message>
    <message>
        <source>Write --%1 alone.</source>
        <translation>Schreiben Sie --%1 allein.</translation>
    </message>
    <message>
        <source>--%1 needs a value.</source>
        <translation>--%1 braucht einen Wert.</translation>
    </message>
    <message>
        <source>--%1 is given twice.</source>
        <translation>--%1 ist zweimal angegeben.</translation>
    </message>
    <message>
        <source>Keep one of them.</source>
        <translation>Behalten Sie eine der Angaben.</translation>
    </message>
    <message>
        <source>&quot;crema %1&quot; does not take %2.</source>
        <translation>„crema %1“ nimmt %2 nicht an.</translation>
    </message>
    <message>
        <source>&quot;crema %1&quot; has no flag %2.</source>
        <translation>„crema %1“ hat keinen Schalter %2.</translation>
    </message>
    <message>
        <source>&quot;crema %1&quot; needs %2.</source>
        <translation>„crema %1“ braucht %2.</translation>
    </message>
    <message>
        <source>--json, --jsonl and --plain exclude each other.</source>
        <translation>--json, --jsonl und --plain schließen einander aus.</translation>
    </message>
    <message>
        <source>&quot;crema %1&quot; does not know what to do with &quot;%2&quot;.</source>
        <translation>„crema %1“ weiß mit „%2“ nichts anzufangen.</translation>
    </message>
    <message>
        <source>&quot;crema %1&quot; does not know &quot;%2&quot;.</source>
        <translation>„crema %1“ kennt „%2“ nicht.</translation>
    </message>
    <message>
        <source>For example: %1</source>
        <translation>Zum Beispiel: %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a command of crema.</source>
        <translation>„%1“ ist kein Befehl von crema.</translation>
    </message>
    <message>
        <source>Run &quot;crema help&quot; to see all commands.</source>
        <translation>„crema help“ zeigt alle Befehle.</translation>
    </message>
    <message>
        <source>&quot;crema %1&quot; cannot &quot;%2&quot;.</source>
        <translation>„crema %1“ kann nicht „%2“.</translation>
    </message>
    <message>
        <source>It can: %1.</source>
        <translation>Es kann: %1.</translation>
    </message>
    <message>
        <source>The command comes before its flags; &quot;%1&quot; came first.</source>
        <translation>Der Befehl steht vor seinen Schaltern; „%1“ stand zuerst.</translation>
    </message>
    <message>
        <source>Write &quot;crema NOUN VERB %1&quot;, or run &quot;crema help&quot;.</source>
        <translation>Schreiben Sie „crema NOMEN VERB %1“, oder führen Sie „crema help“ aus.</translation>
    </message>
    <message>
        <source>&quot;crema %1&quot; needs a verb.</source>
        <translation>„crema %1“ braucht ein Verb.</translation>
    </message>
</context>
<context>
    <name>crema::command::PasswordCodeVerbs</name>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>If somebody has the address %1, a code is on its way to it.</source>
        <translation>Falls jemand die Adresse %1 hat, ist ein Code dorthin unterwegs.</translation>
    </message>
    <message>
        <source>Code of the mail</source>
        <translation>Code aus der E-Mail</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Neues Passwort</translation>
    </message>
    <message>
        <source>%1 signs in with the new password; everywhere else they are signed out.</source>
        <translation>%1 meldet sich mit dem neuen Passwort an; überall sonst ist die Person abgemeldet.</translation>
    </message>
    <message>
        <source>the person&apos;s e-mail address</source>
        <translation>die E-Mail-Adresse der Person</translation>
    </message>
    <message>
        <source>Mails a code to set a password with. Asks the platform.</source>
        <translation>Schickt einen Code, mit dem ein Passwort gesetzt wird. Fragt die Plattform.</translation>
    </message>
    <message>
        <source>It is good for an hour. The answer is the same where nobody has the address.</source>
        <translation>Er gilt eine Stunde. Die Antwort ist dieselbe, wenn niemand die Adresse hat.</translation>
    </message>
    <message>
        <source>Sets a password with a code that was mailed. Asks the platform.</source>
        <translation>Setzt ein Passwort mit einem zugeschickten Code. Fragt die Plattform.</translation>
    </message>
    <message>
        <source>Asks for the code and the new password.</source>
        <translation>Fragt nach dem Code und dem neuen Passwort.</translation>
    </message>
    <message>
        <source>holds the new password; &quot;-&quot; is standard input</source>
        <translation>enthält das neue Passwort; „-“ ist die Standardeingabe</translation>
    </message>
    <message>
        <source>The code can also stand in CREMA_CODE, the new password in CREMA_NEW_PASSWORD.</source>
        <translation>Der Code kann auch in CREMA_CODE stehen, das neue Passwort in CREMA_NEW_PASSWORD.</translation>
    </message>
    <message>
        <source>holds the code of the mail; &quot;-&quot; is standard input</source>
        <translation>enthält den Code aus der E-Mail; „-“ ist die Standardeingabe</translation>
    </message>
</context>
<context>
    <name>crema::command::PasswordCommand</name>
    <message>
        <source>Present password</source>
        <translation>Jetziges Passwort</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Neues Passwort</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>%1 signs in with the new password; other devices are signed out.</source>
        <translation>%1 meldet sich mit dem neuen Passwort an; andere Geräte sind abgemeldet.</translation>
    </message>
    <message>
        <source>set another password of your own</source>
        <translation>das eigene Passwort ändern</translation>
    </message>
    <message>
        <source>Sets another password for who is signed in here. Asks the platform.</source>
        <translation>Setzt ein anderes Passwort für die hier angemeldete Person. Fragt die Plattform.</translation>
    </message>
    <message>
        <source>Asks for the present one and for the new one.</source>
        <translation>Fragt nach dem jetzigen und nach dem neuen.</translation>
    </message>
    <message>
        <source>holds the present password; &quot;-&quot; is standard input</source>
        <translation>enthält das jetzige Passwort; „-“ ist die Standardeingabe</translation>
    </message>
    <message>
        <source>holds the new password; &quot;-&quot; is standard input</source>
        <translation>enthält das neue Passwort; „-“ ist die Standardeingabe</translation>
    </message>
    <message>
        <source>Of standard input each takes one line. The passwords can also stand in CREMA_PASSWORD and CREMA_NEW_PASSWORD, a code in CREMA_CODE.</source>
        <translation>Von der Standardeingabe nimmt jedes eine Zeile. Die Passwörter können auch in CREMA_PASSWORD und CREMA_NEW_PASSWORD stehen, ein Code in CREMA_CODE.</translation>
    </message>
    <message>
        <source>Reads two lines of standard input.</source>
        <translation>Liest zwei Zeilen der Standardeingabe.</translation>
    </message>
</context>
<context>
    <name>crema::command::PersonCommand</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>May sign in</source>
        <translation>Darf sich anmelden</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>Neue PIN</translation>
    </message>
    <message>
        <source>The PIN is empty.</source>
        <translation>Die PIN ist leer.</translation>
    </message>
    <message>
        <source>To take it away: crema person set-pin WHO --none</source>
        <translation>Um sie zu entfernen: crema person set-pin WHO --none</translation>
    </message>
    <message>
        <source>holds the PIN; &quot;-&quot; is standard input</source>
        <translation>enthält die PIN; „-“ ist die Standardeingabe</translation>
    </message>
    <message>
        <source>Adds a person. Works offline.</source>
        <translation>Legt eine Person an. Geht auch offline.</translation>
    </message>
    <message>
        <source>what colleagues call them</source>
        <translation>wie die Kollegen sie nennen</translation>
    </message>
    <message>
        <source>the address they sign in with</source>
        <translation>die Adresse, mit der sie sich anmeldet</translation>
    </message>
    <message>
        <source>where they work, or everywhere; else where this device is</source>
        <translation>wo sie arbeitet, oder everywhere; sonst am Ort dieses Geräts</translation>
    </message>
    <message>
        <source>Nobody gives a right that they do not hold. A password is set on the platform: crema-platform user set-password.</source>
        <translation>Niemand vergibt ein Recht, das er nicht hat. Ein Passwort wird auf der Plattform gesetzt: crema-platform user set-password.</translation>
    </message>
    <message>
        <source>Gives a person a new PIN. Works offline.</source>
        <translation>Gibt einer Person eine neue PIN. Geht auch offline.</translation>
    </message>
    <message>
        <source>Asks for the PIN.</source>
        <translation>Fragt nach der PIN.</translation>
    </message>
    <message>
        <source>Takes the PIN away.</source>
        <translation>Entfernt die PIN.</translation>
    </message>
    <message>
        <source>no PIN any more</source>
        <translation>keine PIN mehr</translation>
    </message>
    <message>
        <source>The PIN can also stand in CREMA_NEW_PIN. It counts here at once, and on the other tills after they have synced.</source>
        <translation>Die PIN kann auch in CREMA_NEW_PIN stehen. Sie gilt hier sofort, an den anderen Kassen nach deren Abgleich.</translation>
    </message>
    <message>
        <source>an id, or a part of name or e-mail that fits one person</source>
        <translation>eine Id, oder ein Teil von Name oder E-Mail, der zu einer Person passt</translation>
    </message>
    <message>
        <source>Lists everybody whom this device knows.</source>
        <translation>Zeigt alle, die dieses Gerät kennt.</translation>
    </message>
    <message>
        <source>Shows one person and what they may do.</source>
        <translation>Zeigt eine Person und was sie darf.</translation>
    </message>
    <message>
        <source>Changes a person. Works offline.</source>
        <translation>Ändert eine Person. Geht auch offline.</translation>
    </message>
    <message>
        <source>what to change, and to what</source>
        <translation>was zu ändern ist, und worauf</translation>
    </message>
    <message>
        <source>Fields: name, email, role, locations (codes, or everywhere).</source>
        <translation>Felder: name, email, role, locations (Codes, oder everywhere).</translation>
    </message>
    <message>
        <source>Keeps a person from signing in. Works offline.</source>
        <translation>Sperrt eine Person. Geht auch offline.</translation>
    </message>
    <message>
        <source>Nothing of theirs is lost: crema person enable lets them in again.</source>
        <translation>Nichts von ihr geht verloren: crema person enable lässt sie wieder zu.</translation>
    </message>
    <message>
        <source>Lets a person sign in again. Works offline.</source>
        <translation>Lässt eine Person wieder zu. Geht auch offline.</translation>
    </message>
    <message>
        <source>An invitation is on its way to %1.</source>
        <translation>Eine Einladung ist unterwegs an %1.</translation>
    </message>
    <message>
        <source>Mails a person a code to set a first password with. Asks the platform.</source>
        <translation>Schickt einer Person einen Code für ihr erstes Passwort. Fragt die Plattform.</translation>
    </message>
    <message>
        <source>what they do here: admin, manager, barista, warehouse, office, or the name of a role of your own</source>
        <translation>was sie hier tut: admin, manager, barista, warehouse, office oder der Name einer eigenen Rolle</translation>
    </message>
    <message>
        <source>They type it at the lock, or: crema user reset-password</source>
        <translation>Sie geben ihn an der Sperre ein, oder: crema user reset-password</translation>
    </message>
    <message>
        <source>The badge of %1 is in %2.</source>
        <comment>a file</comment>
        <translation>Der Ausweis von %1 liegt in %2.</translation>
    </message>
    <message>
        <source>Write: crema person badge WHO --out FILE, or crema person badge WHO --none</source>
        <translation>Schreiben Sie: crema person badge WHO --out FILE oder crema person badge WHO --none</translation>
    </message>
    <message>
        <source>Either --out or --none is needed.</source>
        <translation>Entweder --out oder --none ist nötig.</translation>
    </message>
    <message>
        <source>Makes a person a badge to sign in with. Works offline.</source>
        <translation>Erstellt einer Person einen Ausweis zum Anmelden. Geht offline.</translation>
    </message>
    <message>
        <source>A picture to print.</source>
        <translation>Ein Bild zum Drucken.</translation>
    </message>
    <message>
        <source>Takes the badge away.</source>
        <translation>Entzieht den Ausweis.</translation>
    </message>
    <message>
        <source>gets the picture (SVG); only you may read it</source>
        <translation>bekommt das Bild (SVG); nur Sie dürfen es lesen</translation>
    </message>
    <message>
        <source>no badge any more</source>
        <translation>kein Ausweis mehr</translation>
    </message>
    <message>
        <source>The badge before counts no more. The new one counts here at once, and on the other tills after they have synced.</source>
        <translation>Der vorige Ausweis gilt nicht mehr. Der neue gilt hier sofort und an den anderen Kassen, sobald sie abgeglichen haben.</translation>
    </message>
    <message>
        <source>Erase everything that is known of %1, here and everywhere? It cannot be taken back; what they sold and did stays without their name.</source>
        <translation>Alles löschen, was über %1 bekannt ist, hier und überall? Das lässt sich nicht zurücknehmen; was die Person verkauft und getan hat, bleibt ohne ihren Namen.</translation>
    </message>
    <message>
        <source>Erased here. Other devices and the platform follow once this device has sent it.</source>
        <translation>Hier gelöscht. Die Plattform und andere Geräte folgen, sobald dieses Gerät es gesendet hat.</translation>
    </message>
    <message>
        <source>Forgets everything that is known of somebody who left, for good. Works offline.</source>
        <translation>Vergisst endgültig alles, was über jemanden bekannt ist, der nicht mehr hier arbeitet. Arbeitet auch ohne Netz.</translation>
    </message>
    <message>
        <source>the id of the person</source>
        <translation>die Kennung der Person</translation>
    </message>
    <message>
        <source>why; requested when left out</source>
        <translation>warum; ohne Angabe requested</translation>
    </message>
    <message>
        <source>Only of somebody who may not sign in: crema person disable. What they sold and did stays, without their name.</source>
        <translation>Nur von jemandem, der sich nicht anmelden darf: crema person disable. Was die Person verkauft und getan hat, bleibt ohne ihren Namen.</translation>
    </message>
    <message>
        <source>list, show, add, change and erase who works here</source>
        <translation>zeigen, anlegen, ändern und löschen, wer hier arbeitet</translation>
    </message>
</context>
<context>
    <name>crema::command::PrinterVerb</name>
    <message>
        <source>Printer</source>
        <translation>Drucker</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Characters in a line</source>
        <translation>Zeichen je Zeile</translation>
    </message>
    <message>
        <source>No printer is set on this computer.</source>
        <translation>Auf diesem Computer ist kein Drucker eingestellt.</translation>
    </message>
    <message>
        <source>Which printer?</source>
        <translation>Welcher Drucker?</translation>
    </message>
    <message>
        <source>crema device printer set HOST, /dev/usb/lp0 or cups:NAME; crema device printer none for none.</source>
        <translation>crema device printer set RECHNER, /dev/usb/lp0 oder cups:NAME; crema device printer none für keinen.</translation>
    </message>
    <message>
        <source>The test page is printed.</source>
        <translation>Die Testseite ist gedruckt.</translation>
    </message>
    <message>
        <source>This program prints nothing.</source>
        <translation>Dieses Programm druckt nichts.</translation>
    </message>
    <message>
        <source>Shows, sets and tries the receipt printer of this computer.</source>
        <translation>Zeigt, setzt und prüft den Belegdrucker dieses Computers.</translation>
    </message>
    <message>
        <source>A queue of CUPS.</source>
        <translation>Eine Warteschlange von CUPS.</translation>
    </message>
    <message>
        <source>show (as without it), set, none or test</source>
        <translation>show (wie ohne), set, none oder test</translation>
    </message>
    <message>
        <source>for set: HOST[:9100], a device file, or cups:NAME</source>
        <translation>für set: RECHNER[:9100], Gerätedatei oder cups:NAME</translation>
    </message>
    <message>
        <source>which kind of printer it is</source>
        <translation>welche Art von Drucker es ist</translation>
    </message>
    <message>
        <source>characters in a line (as its kind has)</source>
        <translation>Zeichen je Zeile (wie die Art)</translation>
    </message>
    <message>
        <source>Once a printer is set, the window and the terminal of this computer print each receipt by themselves, also those that run already. Kinds: %1.</source>
        <translation>Sobald ein Drucker eingestellt ist, drucken Fenster und Terminal dieses Computers jeden Beleg von selbst, auch die schon laufen. Arten: %1.</translation>
    </message>
</context>
<context>
    <name>crema::command::ProductCommand</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>Barcodes</source>
        <translation>Barcodes</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Einkaufspreis</translation>
    </message>
    <message>
        <source>On hand</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Kategorien</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>Marke</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archiviert</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Only the first %1 are shown; --limit N shows more.</source>
        <translation>Nur die ersten %1 sind zu sehen; --limit N zeigt mehr.</translation>
    </message>
    <message>
        <source>This is what it would be; nothing was changed.</source>
        <translation>So wäre es; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Nothing to change: it is so already.</source>
        <translation>Nichts zu ändern: Es ist schon so.</translation>
    </message>
    <message>
        <source>A product needs a SKU or a barcode.</source>
        <translation>Ein Produkt braucht eine SKU oder einen Barcode.</translation>
    </message>
    <message>
        <source>Add --sku TEXT or --barcode CODE.</source>
        <translation>Ergänzen Sie --sku TEXT oder --barcode CODE.</translation>
    </message>
    <message>
        <source>Lists products of the catalog.</source>
        <translation>Listet Produkte des Katalogs auf.</translation>
    </message>
    <message>
        <source>--filter takes words in any order, parts of words, a SKU or a barcode.</source>
        <translation>--filter nimmt Wörter in beliebiger Reihenfolge, Teile von Wörtern, eine SKU oder einen Barcode.</translation>
    </message>
    <message>
        <source>Shows one product with its variants.</source>
        <translation>Zeigt ein Produkt mit seinen Varianten.</translation>
    </message>
    <message>
        <source>a SKU, any barcode, or an id</source>
        <translation>eine SKU, ein Barcode oder eine Kennung</translation>
    </message>
    <message>
        <source>Changes a product, or the variant with this code.</source>
        <translation>Ändert ein Produkt, oder die Variante mit diesem Code.</translation>
    </message>
    <message>
        <source>what to change, and to what</source>
        <translation>was zu ändern ist, und worauf</translation>
    </message>
    <message>
        <source>Fields: name, price, cost, sku, barcode, category, brand, description, archived (yes or no). barcode and category also take += and -=.
Amounts are in minor units; price=2490/1000 is 24.90 for 1000 g; price= takes the price away.</source>
        <translation>Felder: name, price, cost, sku, barcode, category, brand, description, archived (yes oder no). barcode und category nehmen auch += und -=.
Beträge stehen in kleinsten Einheiten; price=2490/1000 ist 24,90 für 1000 g; price= nimmt den Preis weg.</translation>
    </message>
    <message>
        <source>Adds a product with one variant.</source>
        <translation>Fügt ein Produkt mit einer Variante hinzu.</translation>
    </message>
    <message>
        <source>what it is called</source>
        <translation>wie es heißt</translation>
    </message>
    <message>
        <source>stock keeping unit; else the first barcode</source>
        <translation>Artikelnummer; sonst der erste Barcode</translation>
    </message>
    <message>
        <source>a code printed on it</source>
        <translation>ein Code, der darauf gedruckt ist</translation>
    </message>
    <message>
        <source>price for one, or for N units</source>
        <translation>Preis für eins oder für N Einheiten</translation>
    </message>
    <message>
        <source>what it costs the shop</source>
        <translation>was es das Geschäft kostet</translation>
    </message>
    <message>
        <source>a category that exists</source>
        <translation>eine Kategorie, die es gibt</translation>
    </message>
    <message>
        <source>who makes it</source>
        <translation>wer es herstellt</translation>
    </message>
    <message>
        <source>what there is to say about it</source>
        <translation>was darüber zu sagen ist</translation>
    </message>
    <message>
        <source>how it is counted (piece)</source>
        <translation>wie es gezählt wird (piece)</translation>
    </message>
    <message>
        <source>import, list, show, create and edit products</source>
        <translation>Produkte einlesen, auflisten, zeigen, anlegen und bearbeiten</translation>
    </message>
    <message>
        <source>Products take words in any order, parts of words, a SKU or a barcode.</source>
        <translation>Artikel findet man mit Wörtern in beliebiger Folge, Wortteilen, einer SKU oder einem Barcode.</translation>
    </message>
</context>
<context>
    <name>crema::command::ProductImportCommand</name>
    <message>
        <source>&quot;%1&quot; cannot be read: %2.</source>
        <translation>„%1“ ist nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>Check the path and that you may read the file.</source>
        <translation>Prüfen Sie den Pfad und ob Sie die Datei lesen dürfen.</translation>
    </message>
    <message>
        <source>--column does not take &quot;%1&quot;.</source>
        <translation>--column nimmt „%1“ nicht an.</translation>
    </message>
    <message>
        <source>Write --column NAME=HEADER, for example --column &quot;name=Product title&quot;.</source>
        <translation>Schreiben Sie --column NAME=KOPF, zum Beispiel --column &quot;name=Product title&quot;.</translation>
    </message>
    <message>
        <source>Line %1 set aside: %2</source>
        <translation>Zeile %1 beiseitegelegt: %2</translation>
    </message>
    <message>
        <source>Columns that were not read: %1.</source>
        <translation>Nicht gelesene Spalten: %1.</translation>
    </message>
    <message>
        <source>Prices were read in minor units: 1290 is 12.90.</source>
        <translation>Preise wurden in kleinsten Einheiten gelesen: 1290 ist 12,90.</translation>
    </message>
    <message>
        <source>Prices were read with decimals: 12.9 is 12.90.</source>
        <translation>Preise wurden mit Nachkommastellen gelesen: 12.9 ist 12,90.</translation>
    </message>
    <message>
        <source>Stopped by Ctrl+C after %1 rows; they are kept. Run the command again to go on.</source>
        <translation>Mit Strg+C nach %1 Zeilen angehalten; sie sind behalten. Führen Sie den Befehl noch einmal aus, um fortzufahren.</translation>
    </message>
    <message>
        <source>Would create %1 products and look at %2 known ones; %3 rows set aside. Nothing was changed.</source>
        <translation>Würde %1 Produkte anlegen und %2 bekannte ansehen; %3 Zeilen beiseitegelegt. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>%1 products created, %2 changed, %3 rows set aside, %4 unchanged.</source>
        <translation>%1 Produkte angelegt, %2 geändert, %3 Zeilen beiseitegelegt, %4 unverändert.</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Beiseitegelegt</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>Takes products from a CSV file into the catalog.</source>
        <translation>Nimmt Produkte aus einer CSV-Datei in den Katalog auf.</translation>
    </message>
    <message>
        <source>the file; &quot;-&quot; is standard input</source>
        <translation>die Datei; „-“ ist die Standardeingabe</translation>
    </message>
    <message>
        <source>which column is the name, barcode …</source>
        <translation>welche Spalte Name, Barcode … ist</translation>
    </message>
    <message>
        <source>for products without a price</source>
        <translation>für Produkte ohne Preis</translation>
    </message>
    <message>
        <source>Columns are recognised by their header: barcode, name, sku, price, cost, category, brand, description. A name, and a barcode or SKU, are needed. Without a SKU the barcode is the SKU; without a price the product cannot be sold until it has one.
A row that cannot be taken is set aside with its line and reason, and the exit code is 6; all others are taken. Running the same file again makes no doubles.
Prices are minor units, unless one of them has a decimal mark: then all are read as amounts like 12.90.</source>
        <translation>Spalten werden an ihrem Kopf erkannt: barcode, name, sku, price, cost, category, brand, description. Ein Name und ein Barcode oder eine SKU sind nötig. Ohne SKU ist der Barcode die SKU; ohne Preis lässt sich das Produkt nicht verkaufen, bis es einen hat.
Eine Zeile, die nicht aufgenommen werden kann, wird mit Zeilennummer und Grund beiseitegelegt, und der Rückgabewert ist 6; alle anderen werden aufgenommen. Dieselbe Datei noch einmal macht keine Doppelten.
Preise stehen in kleinsten Einheiten, außer einer von ihnen hat ein Dezimalzeichen: Dann werden alle als Beträge wie 12.90 gelesen.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a column of the file, what is wrong with it</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>crema::command::PromotionCommand</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Gives</source>
        <translation>Gewährt</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Coupons</source>
        <translation>Gutscheincodes</translation>
    </message>
    <message>
        <source>Stands alone</source>
        <translation>Steht allein</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Vorrang</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be read: %2.</source>
        <translation>„%1“ kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>Check the path and that you may read the file.</source>
        <translation>Prüfen Sie den Pfad und ob Sie die Datei lesen dürfen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is larger than rules can be.</source>
        <translation>„%1“ ist größer, als Regeln sein können.</translation>
    </message>
    <message>
        <source>Check that it is the right file.</source>
        <translation>Prüfen Sie, ob es die richtige Datei ist.</translation>
    </message>
    <message>
        <source>Would make %1 and change %2 promotions and price lists. Nothing was changed.</source>
        <translation>Würde %1 Aktionen und Preislisten anlegen und %2 ändern. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>%1 promotions and price lists made, %2 changed.</source>
        <translation>%1 Aktionen und Preislisten angelegt, %2 geändert.</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Price of the catalog</source>
        <translation>Preis des Katalogs</translation>
    </message>
    <message>
        <source>Price of the list “%1”</source>
        <translation>Preis der Liste „%1“</translation>
    </message>
    <message>
        <source>%1 with the coupon %2</source>
        <translation>%1 mit dem Gutscheincode %2</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Rabatt</translation>
    </message>
    <message>
        <source>Its share of what is taken off the whole sale</source>
        <translation>Anteil an dem, was vom ganzen Verkauf abgezogen wird</translation>
    </message>
    <message>
        <source>Without tax</source>
        <translation>Ohne Steuer</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Steuer</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>Zu zahlen</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>an id, or a part of the name that fits one</source>
        <translation>eine Id oder ein Teil des Namens, der auf eine passt</translation>
    </message>
    <message>
        <source>list, show, import and switch off promotions</source>
        <translation>Aktionen auflisten, zeigen, einlesen und abschalten</translation>
    </message>
    <message>
        <source>Lists the promotions of the company, also those that are off.</source>
        <translation>Listet die Aktionen der Firma auf, auch die abgeschalteten.</translation>
    </message>
    <message>
        <source>Shows one promotion; --json shows all of its rule.</source>
        <translation>Zeigt eine Aktion; --json zeigt ihre ganze Regel.</translation>
    </message>
    <message>
        <source>Takes promotions and price lists from a JSON file. Works offline.</source>
        <translation>Liest Aktionen und Preislisten aus einer JSON-Datei ein. Geht ohne Netz.</translation>
    </message>
    <message>
        <source>the file; &quot;-&quot; is standard input</source>
        <translation>die Datei; „-“ ist die Standardeingabe</translation>
    </message>
    <message>
        <source>The file has {&quot;promotions&quot;:[…],&quot;price_lists&quot;:[…]}, or is one promotion as &quot;crema promotion show --json&quot; writes it; docs/promotions.md has the form. One without an id takes the place of the one with the same name. Nothing is kept if something in the file cannot be read.</source>
        <translation>Die Datei hat {&quot;promotions&quot;:[…],&quot;price_lists&quot;:[…]} oder ist eine Aktion, wie „crema promotion show --json“ sie schreibt; die Form steht in docs/promotions.md. Was keine Id hat, tritt an die Stelle dessen, was denselben Namen hat. Nichts wird behalten, wenn etwas in der Datei nicht gelesen werden kann.</translation>
    </message>
    <message>
        <source>Switches a promotion off everywhere. Works offline.</source>
        <translation>Schaltet eine Aktion überall ab. Geht ohne Netz.</translation>
    </message>
    <message>
        <source>explain prices and list price lists</source>
        <translation>Preise erklären und Preislisten auflisten</translation>
    </message>
    <message>
        <source>Says step by step why something costs what it does here and now.</source>
        <translation>Sagt Schritt für Schritt, warum etwas hier und jetzt so viel kostet.</translation>
    </message>
    <message>
        <source>a barcode, a SKU or another code</source>
        <translation>ein Strichcode, eine SKU oder ein anderer Code</translation>
    </message>
    <message>
        <source>how much, in pieces or grams</source>
        <translation>wie viel, in Stück oder Gramm</translation>
    </message>
    <message>
        <source>an id, or words that fit one customer</source>
        <translation>eine Id oder Wörter, die auf einen Kunden passen</translation>
    </message>
    <message>
        <source>the code of a coupon that was shown</source>
        <translation>der Code eines Gutscheins, der gezeigt wurde</translation>
    </message>
    <message>
        <source>Lists the price lists of the company.</source>
        <translation>Listet die Preislisten der Firma auf.</translation>
    </message>
</context>
<context>
    <name>crema::command::RefundVerb</name>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Of receipts</source>
        <translation>Zu Belegen</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produkte</translation>
    </message>
    <message>
        <source>Quantities</source>
        <translation>Mengen</translation>
    </message>
    <message>
        <source>Amounts</source>
        <translation>Beträge</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Gebühren</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>Rundung</translation>
    </message>
    <message>
        <source>Paid back by</source>
        <translation>Erstattet durch</translation>
    </message>
    <message>
        <source>Paid back</source>
        <translation>Erstattet</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>This is what would be paid back; nothing was done.</source>
        <translation>So viel würde erstattet; es wurde nichts getan.</translation>
    </message>
    <message>
        <source>All that is left of it.</source>
        <translation>Alles, was davon übrig ist.</translation>
    </message>
    <message>
        <source>the receipt number, or the id of the sale</source>
        <translation>die Belegnummer oder die Id des Verkaufs</translation>
    </message>
    <message>
        <source>1 is the first line; QTY: all that is left</source>
        <translation>1 ist die erste Position; QTY: sonst der Rest</translation>
    </message>
    <message>
        <source>why it comes back</source>
        <translation>warum es zurückkommt</translation>
    </message>
    <message>
        <source>kept of what it had cost, in minor units</source>
        <translation>was einbehalten wird, in kleinsten Einheiten</translation>
    </message>
    <message>
        <source>it does not go back into stock</source>
        <translation>es geht nicht zurück in den Bestand</translation>
    </message>
    <message>
        <source>for staff</source>
        <translation>für das Team</translation>
    </message>
    <message>
        <source>The usual reasons: %1. The refund has a receipt number of its own and works offline, also of a sale of another register of the location. An open shift is needed.</source>
        <translation>Die üblichen Gründe: %1. Die Erstattung hat eine eigene Belegnummer und geht auch ohne Netz, auch zu einem Verkauf einer anderen Kasse des Standorts. Eine offene Schicht ist nötig.</translation>
    </message>
    <message>
        <source>as it was paid, or in another way</source>
        <translation>wie bezahlt, oder anders</translation>
    </message>
    <message>
        <source>the card to which it goes: code, id or digits</source>
        <translation>die Karte dafür: Code, Id oder Ziffern</translation>
    </message>
    <message>
        <source>Bought</source>
        <translation>Gekauft</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>This is what would be to pay; nothing was done.</source>
        <translation>So viel wäre zu zahlen; es wurde nichts getan.</translation>
    </message>
    <message>
        <source>Takes back what was sold, and pays it back or exchanges it.</source>
        <translation>Nimmt zurück, was verkauft wurde, und zahlt es aus oder tauscht es um.</translation>
    </message>
    <message>
        <source>An exchange: only the difference is paid.</source>
        <translation>Ein Umtausch: nur der Unterschied wird bezahlt.</translation>
    </message>
    <message>
        <source>comes back with no receipt; MINOR: the price of one</source>
        <translation>kommt ohne Beleg zurück; MINOR: der Preis für eines</translation>
    </message>
    <message>
        <source>what is sold in exchange</source>
        <translation>was dafür verkauft wird</translation>
    </message>
    <message>
        <source>what pays the difference</source>
        <translation>was den Unterschied bezahlt</translation>
    </message>
</context>
<context>
    <name>crema::command::RoleCommand</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Made from</source>
        <translation>Entstanden aus</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>Stillgelegt</translation>
    </message>
    <message>
        <source>Takes off, 1/10,000</source>
        <translation>Nachlass, 1/10.000</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>what to change, and to what</source>
        <translation>was zu ändern ist, und wozu</translation>
    </message>
    <message>
        <source>Fields: name, discount (the percentage that is taken off a sale without asking anybody), and each right, such as prices.edit, with allow, approval (with a colleague&apos;s PIN) or deny. Nobody puts into a role what they may not do themselves.</source>
        <translation>Felder: name, discount (der Nachlass in Prozent, für den niemand gefragt wird) und jedes Recht, etwa prices.edit, mit allow (erlaubt), approval (mit PIN eines Kollegen) oder deny (nicht erlaubt). Niemand gibt einer Rolle, was er selbst nicht darf.</translation>
    </message>
    <message>
        <source>an id, or a part of the name that fits one role</source>
        <translation>eine Kennung oder ein Teil des Namens, der auf eine Rolle passt</translation>
    </message>
    <message>
        <source>list, show, make and change roles of your own</source>
        <translation>eigene Rollen auflisten, zeigen, anlegen und ändern</translation>
    </message>
    <message>
        <source>Lists the roles that the company made itself.</source>
        <translation>Listet die Rollen, die das Unternehmen selbst angelegt hat.</translation>
    </message>
    <message>
        <source>Shows one role, what it gives and who has it.</source>
        <translation>Zeigt eine Rolle, was sie erlaubt und wer sie hat.</translation>
    </message>
    <message>
        <source>Makes a role. Works offline.</source>
        <translation>Legt eine Rolle an. Geht ohne Netz.</translation>
    </message>
    <message>
        <source>what people call it</source>
        <translation>wie sie genannt wird</translation>
    </message>
    <message>
        <source>whose rights it begins with: admin, manager, barista, warehouse, office, or the name of one of your own</source>
        <translation>mit wessen Rechten sie beginnt: admin, manager, barista, warehouse, office oder der Name einer eigenen</translation>
    </message>
    <message>
        <source>Changes a role, for everybody who has it. Works offline.</source>
        <translation>Ändert eine Rolle für alle, die sie haben. Geht ohne Netz.</translation>
    </message>
    <message>
        <source>Takes a role out of what is given. Works offline.</source>
        <translation>Nimmt eine Rolle aus dem, was gegeben wird. Geht ohne Netz.</translation>
    </message>
    <message>
        <source>Who has it keeps it until they get another one. Back with: crema role restore</source>
        <translation>Wer sie hat, behält sie, bis er eine andere bekommt. Zurück mit: crema role restore</translation>
    </message>
    <message>
        <source>Brings a retired role back. Works offline.</source>
        <translation>Gibt eine stillgelegte Rolle wieder frei. Geht ohne Netz.</translation>
    </message>
</context>
<context>
    <name>crema::command::SaleCommand</name>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produkte</translation>
    </message>
    <message>
        <source>Quantities</source>
        <translation>Mengen</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>Rundung</translation>
    </message>
    <message>
        <source>Tendered</source>
        <translation>Gegeben</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Rückgeld</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>Verkauft von</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>This is what it would come to; nothing was sold.</source>
        <translation>Das käme heraus; nichts wurde verkauft.</translation>
    </message>
    <message>
        <source>A sale needs to be paid.</source>
        <translation>Ein Verkauf muss bezahlt werden.</translation>
    </message>
    <message>
        <source>Add --tender cash:MINOR; --dry-run without it tells the total.</source>
        <translation>Ergänzen Sie --tender cash:BETRAG; --dry-run ohne Zahlung nennt die Summe.</translation>
    </message>
    <message>
        <source>Only the newest %1 are shown; --limit N shows more.</source>
        <translation>Nur die neuesten %1 sind zu sehen; --limit N zeigt mehr.</translation>
    </message>
    <message>
        <source>Records a paid sale. Works offline.</source>
        <translation>Erfasst einen bezahlten Verkauf. Geht auch offline.</translation>
    </message>
    <message>
        <source>Only tells the total.</source>
        <translation>Nennt nur die Summe.</translation>
    </message>
    <message>
        <source>an id, or words that fit one customer</source>
        <translation>eine Kennung, oder Wörter, die zu einem Kunden passen</translation>
    </message>
    <message>
        <source>for staff</source>
        <translation>für das Personal</translation>
    </message>
    <message>
        <source>The sale is on disk when the command ends; &quot;state&quot; says whether the platform has it. An open shift is needed: crema shift open --float MINOR.</source>
        <translation>Der Verkauf ist gespeichert, wenn der Befehl endet; „state“ sagt, ob die Plattform ihn hat. Eine offene Schicht ist nötig: crema shift open --float BETRAG.</translation>
    </message>
    <message>
        <source>Prints the receipt of a sale to standard output.</source>
        <translation>Gibt den Beleg eines Verkaufs auf der Standardausgabe aus.</translation>
    </message>
    <message>
        <source>the receipt number, or the id of the sale</source>
        <translation>die Belegnummer oder die Kennung des Verkaufs</translation>
    </message>
    <message>
        <source>characters in a line (42)</source>
        <translation>Zeichen in einer Zeile (42)</translation>
    </message>
    <message>
        <source>Lists sales, newest first.</source>
        <translation>Listet Verkäufe auf, die neuesten zuerst.</translation>
    </message>
    <message>
        <source>Shows one sale with its lines and payments.</source>
        <translation>Zeigt einen Verkauf mit Zeilen und Zahlungen.</translation>
    </message>
    <message>
        <source>the receipt number, or the id</source>
        <translation>die Belegnummer oder die Kennung</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>Amounts</source>
        <translation>Beträge</translation>
    </message>
    <message>
        <source>Taxes</source>
        <translation>Steuern</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>Bezahlt mit</translation>
    </message>
    <message>
        <source>%1 Is that right?</source>
        <translation>%1 Stimmt das?</translation>
    </message>
    <message>
        <source>Check the amount; add --yes if it is right.</source>
        <translation>Prüfen Sie den Betrag; ergänzen Sie --yes, wenn er stimmt.</translation>
    </message>
    <message>
        <source>--filter takes day:today, day:yesterday, day:7d, day:2026-11-20, day:2026-11-20..2026-11-22, state:queued (sending, synced, attention), shift:this, and a part of the receipt number.</source>
        <translation>--filter nimmt day:today, day:yesterday, day:7d, day:2026-11-20, day:2026-11-20..2026-11-22, state:queued (sending, synced, attention), shift:this und einen Teil der Belegnummer.</translation>
    </message>
    <message>
        <source>Due in cash</source>
        <translation>Bar zu zahlen</translation>
    </message>
    <message>
        <source>taken off a line (1 is the first) or the whole sale</source>
        <translation>Rabatt auf eine Zeile (1 ist die erste) oder den ganzen Verkauf</translation>
    </message>
    <message>
        <source>text, bytes for a printer, or a page</source>
        <translation>Text, Bytes für Drucker oder eine Seite</translation>
    </message>
    <message>
        <source>for escpos: the kind of printer</source>
        <translation>für escpos: die Art des Druckers</translation>
    </message>
    <message>
        <source>It is marked as a copy. ESC/POS and PDF are bytes: send them to a file or a printer. Kinds of printers: %1. Without one it is the kind that is set here.</source>
        <translation>Er ist als Kopie gekennzeichnet. ESC/POS und PDF sind Bytes: leiten Sie sie in eine Datei oder zu einem Drucker. Arten von Druckern: %1. Ohne Angabe ist es die hier eingestellte.</translation>
    </message>
    <message>
        <source>ring up, show and refund sales; print receipts</source>
        <translation>Verkäufe erfassen, zeigen, erstatten; Belege</translation>
    </message>
    <message>
        <source>Tip</source>
        <translation>Trinkgeld</translation>
    </message>
    <message>
        <source>what is sold; QTY in pieces or grams; behind it ,with=NAME for each option</source>
        <translation>was verkauft wird; QTY in Stück oder Gramm; dahinter ,with=NAME für jede Option</translation>
    </message>
    <message>
        <source>cash, card, invoice, gift_card or store_credit, and how much; behind it ,tip=MINOR, for a card ,brand=… and ,reference=…, for a gift card ,card=…</source>
        <translation>cash, card, invoice, gift_card oder store_credit und wie viel; dahinter ,tip=MINOR, bei Karten ,brand=… und ,reference=…, bei Gutscheinkarten ,card=…</translation>
    </message>
    <message>
        <source>the code of a coupon that was shown</source>
        <translation>der Code eines Gutscheins, der gezeigt wurde</translation>
    </message>
</context>
<context>
    <name>crema::command::ScannerCommand</name>
    <message>
        <source>Before each code</source>
        <translation>Vor jedem Code</translation>
    </message>
    <message>
        <source>Behind each code</source>
        <translation>Hinter jedem Code</translation>
    </message>
    <message>
        <source>Ms for each character</source>
        <translation>Ms je Zeichen</translation>
    </message>
    <message>
        <source>Longest pause in ms</source>
        <translation>Längste Pause in ms</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Töne</translation>
    </message>
    <message>
        <source>This program has no scanner of its own.</source>
        <translation>Dieses Programm hat keinen eigenen Scanner.</translation>
    </message>
    <message>
        <source>see and change how the scanner of this device is read</source>
        <translation>ansehen und ändern, wie der Scanner gelesen wird</translation>
    </message>
    <message>
        <source>Shows what the scanner sends around a code, and how fast it may be.</source>
        <translation>Zeigt, was der Scanner um einen Code sendet und wie schnell er sein darf.</translation>
    </message>
    <message>
        <source>Sets what three scans would teach.</source>
        <translation>Stellt ein, was drei Scans lehren würden.</translation>
    </message>
    <message>
        <source>what it sends before each code</source>
        <translation>was er vor jedem Code sendet</translation>
    </message>
    <message>
        <source>one sign behind it, besides Enter or Tab</source>
        <translation>ein Zeichen dahinter, außer Enter oder Tab</translation>
    </message>
    <message>
        <source>a scan is faster for each character</source>
        <translation>ein Scan ist je Zeichen schneller</translation>
    </message>
    <message>
        <source>automatic, on or off</source>
        <translation>automatic, on oder off</translation>
    </message>
    <message>
        <source>Window and terminal of this device take it over at once. The page “Scanner” of the window, and 8 Till, 0 Keys, scanner of the terminal, learn it from three scans.</source>
        <translation>Fenster und Terminal dieses Geräts übernehmen es sofort. Die Seite „Scanner“ des Fensters und 8 Kasse, 0 Tasten, Scanner des Terminals lernen es aus drei Scans.</translation>
    </message>
    <message>
        <source>Reads the scanner as usual again.</source>
        <translation>Liest den Scanner wieder wie üblich.</translation>
    </message>
</context>
<context>
    <name>crema::command::SecretPrompt</name>
    <message>
        <source>The input ended before an answer came.</source>
        <translation>Die Eingabe endete, bevor eine Antwort kam.</translation>
    </message>
    <message>
        <source>Run the command again and type the answer, then Enter.</source>
        <translation>Führen Sie den Befehl noch einmal aus, tippen Sie die Antwort und drücken Sie die Eingabetaste.</translation>
    </message>
</context>
<context>
    <name>crema::command::SessionCommand</name>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Kasse</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>Diese</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>You have no session &quot;%1&quot;.</source>
        <translation>Sie haben keine Sitzung „%1“.</translation>
    </message>
    <message>
        <source>Run: crema session list</source>
        <translation>Führen Sie aus: crema session list</translation>
    </message>
    <message>
        <source>Say which session ends: its id, or --others for all but this one.</source>
        <translation>Sagen Sie, welche Sitzung endet: ihre Id, oder --others für alle außer dieser.</translation>
    </message>
    <message>
        <source>Write: crema session end ID, or crema session end --others</source>
        <translation>Schreiben Sie: crema session end ID, oder crema session end --others</translation>
    </message>
    <message>
        <source>The password can also stand in CREMA_PASSWORD, a code in CREMA_CODE.</source>
        <translation>Das Passwort kann auch in CREMA_PASSWORD stehen, ein Code in CREMA_CODE.</translation>
    </message>
    <message>
        <source>Asks for the password.</source>
        <translation>Fragt nach dem Passwort.</translation>
    </message>
    <message>
        <source>Leaves the one of this device.</source>
        <translation>Lässt die dieses Geräts.</translation>
    </message>
    <message>
        <source>an id of crema session list</source>
        <translation>eine Id aus crema session list</translation>
    </message>
    <message>
        <source>all but the one of this device</source>
        <translation>alle außer der dieses Geräts</translation>
    </message>
    <message>
        <source>That person has no session &quot;%1&quot;.</source>
        <translation>Diese Person hat keine Sitzung „%1“.</translation>
    </message>
    <message>
        <source>of somebody else, by name, address or id; for who manages people</source>
        <translation>von jemand anderem, nach Name, Adresse oder Id; für alle, die das Team verwalten</translation>
    </message>
    <message>
        <source>list and end where you or others are signed in</source>
        <translation>zeigen und beenden, wo Sie oder andere angemeldet sind</translation>
    </message>
    <message>
        <source>Lists where you are signed in, or a person whom you name. Asks the platform.</source>
        <translation>Listet auf, wo Sie angemeldet sind oder eine Person, die Sie nennen. Fragt die Plattform.</translation>
    </message>
    <message>
        <source>Where Jonas is signed in.</source>
        <translation>Wo Jonas angemeldet ist.</translation>
    </message>
    <message>
        <source>Signs you out elsewhere, or a person whom you name, and lists where it did.</source>
        <translation>Meldet Sie oder eine Person, die Sie nennen, anderswo ab und listet auf, wo.</translation>
    </message>
</context>
<context>
    <name>crema::command::SettingCommand</name>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Woher</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Was es ist</translation>
    </message>
    <message>
        <source>Changed by</source>
        <translation>Geändert von</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>setting, value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>the name of a setting, as the list has it</source>
        <translation>der Name einer Einstellung, wie in der Liste</translation>
    </message>
    <message>
        <source>those of this location (all locations)</source>
        <translation>die dieses Standorts (alle Standorte)</translation>
    </message>
    <message>
        <source>see and change what the shop has set</source>
        <translation>zeigt und ändert, was eingestellt ist</translation>
    </message>
    <message>
        <source>Lists all that the shop sets, with what is in force.</source>
        <translation>Listet alle Einstellungen mit dem, was gilt.</translation>
    </message>
    <message>
        <source>As it is at one location.</source>
        <translation>Wie es an einem Standort ist.</translation>
    </message>
    <message>
        <source>Prints what is in force.</source>
        <translation>Gibt aus, was gilt.</translation>
    </message>
    <message>
        <source>Changes one setting, for all locations or for one.</source>
        <translation>Ändert eine Einstellung, für alle Standorte oder einen.</translation>
    </message>
    <message>
        <source>As usual again.</source>
        <translation>Wieder wie üblich.</translation>
    </message>
    <message>
        <source>For people who manage settings. It counts here at once, and on the other devices with their next sync.</source>
        <translation>Für alle, die Einstellungen verwalten. Es gilt hier sofort, auf den anderen Geräten mit deren nächstem Abgleich.</translation>
    </message>
    <message>
        <source>Lists who changed what, newest first.</source>
        <translation>Listet, wer was geändert hat, Neuestes zuerst.</translation>
    </message>
    <message>
        <source>the name of a setting (all of them)</source>
        <translation>der Name einer Einstellung (alle)</translation>
    </message>
    <message>
        <source>The last ten changes of each are known here; &quot;crema audit list --action settings.&quot; has all of them.</source>
        <translation>Hier sind die letzten zehn Änderungen jeder bekannt; „crema audit list --action settings.“ hat alle.</translation>
    </message>
    <message>
        <source>a number, an amount, on, off, a text, or default</source>
        <translation>eine Zahl, ein Betrag, on, off, ein Text oder default</translation>
    </message>
</context>
<context>
    <name>crema::command::SharedFlags</name>
    <message>
        <source>only what contains these words</source>
        <translation>nur, was diese Wörter enthält</translation>
    </message>
    <message>
        <source>order by this field; -FIELD turns it round</source>
        <translation>nach diesem Feld ordnen; -FELD dreht es um</translation>
    </message>
    <message>
        <source>at most this many</source>
        <translation>höchstens so viele</translation>
    </message>
    <message>
        <source>say what would be done and do nothing</source>
        <translation>sagen, was geschähe, und nichts tun</translation>
    </message>
    <message>
        <source>do it without asking</source>
        <translation>es tun, ohne zu fragen</translation>
    </message>
    <message>
        <source>never ask; stop where an answer is needed</source>
        <translation>nie fragen; anhalten, wo eine Antwort nötig ist</translation>
    </message>
    <message>
        <source>wait until the platform has everything</source>
        <translation>warten, bis die Plattform alles hat</translation>
    </message>
    <message>
        <source>how long --wait waits at most (60)</source>
        <translation>wie lange --wait höchstens wartet (60)</translation>
    </message>
    <message>
        <source>one JSON object</source>
        <translation>ein JSON-Objekt</translation>
    </message>
    <message>
        <source>one JSON object for each record, a line each</source>
        <translation>ein JSON-Objekt je Datensatz, jedes auf einer Zeile</translation>
    </message>
    <message>
        <source>a line for each record, values between tabs</source>
        <translation>eine Zeile je Datensatz, Werte durch Tabulatoren getrennt</translation>
    </message>
    <message>
        <source>only these fields</source>
        <translation>nur diese Felder</translation>
    </message>
    <message>
        <source>say only what went wrong</source>
        <translation>nur sagen, was nicht gelang</translation>
    </message>
    <message>
        <source>say more: problem codes and times</source>
        <translation>mehr sagen: Codes und Zeiten</translation>
    </message>
    <message>
        <source>colours; NO_COLOR also ends them</source>
        <translation>Farben; auch NO_COLOR schaltet sie ab</translation>
    </message>
    <message>
        <source>this page</source>
        <translation>diese Seite</translation>
    </message>
</context>
<context>
    <name>crema::command::ShiftCommand</name>
    <message>
        <source>Business day</source>
        <translation>Geschäftstag</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Opened at</source>
        <translation>Geöffnet um</translation>
    </message>
    <message>
        <source>Closed at</source>
        <translation>Geschlossen um</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>Wechselgeld</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Verkäufe</translation>
    </message>
    <message>
        <source>Sales total</source>
        <translation>Verkaufssumme</translation>
    </message>
    <message>
        <source>Cash taken</source>
        <translation>Bargeld eingenommen</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Gezählt</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>open, close and show the shift of this register</source>
        <translation>die Schicht dieser Kasse öffnen, schließen und zeigen</translation>
    </message>
    <message>
        <source>Opens a shift with cash in the drawer.</source>
        <translation>Öffnet eine Schicht mit Bargeld in der Lade.</translation>
    </message>
    <message>
        <source>With 100.00 in the drawer.</source>
        <translation>Mit 100,00 in der Lade.</translation>
    </message>
    <message>
        <source>cash in the drawer at the start</source>
        <translation>Bargeld in der Lade zu Beginn</translation>
    </message>
    <message>
        <source>Closes the shift with what was counted.</source>
        <translation>Schließt die Schicht mit dem gezählten Betrag.</translation>
    </message>
    <message>
        <source>cash found in the drawer</source>
        <translation>in der Lade gefundenes Bargeld</translation>
    </message>
    <message>
        <source>Shows the open shift, or the last one.</source>
        <translation>Zeigt die offene oder die letzte Schicht.</translation>
    </message>
    <message>
        <source>Lists the shifts of this register.</source>
        <translation>Listet die Schichten dieser Kasse auf.</translation>
    </message>
    <message>
        <source>Cash moved</source>
        <translation>Bargeld bewegt</translation>
    </message>
    <message>
        <source>Z number</source>
        <translation>Z-Nummer</translation>
    </message>
    <message>
        <source>Discounts</source>
        <translation>Rabatte</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>Bezahlt mit</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Bezahlt</translation>
    </message>
    <message>
        <source>Taxes</source>
        <translation>Steuern</translation>
    </message>
    <message>
        <source>First receipt</source>
        <translation>Erster Beleg</translation>
    </message>
    <message>
        <source>Last receipt</source>
        <translation>Letzter Beleg</translation>
    </message>
    <message>
        <source>Perpetual total</source>
        <translation>Ewiger Gesamtbetrag</translation>
    </message>
    <message>
        <source>A report is of the open shift, or of one that was closed.</source>
        <translation>Ein Bericht ist von der offenen Schicht oder von einer geschlossenen.</translation>
    </message>
    <message>
        <source>Say either --x or --z NUMBER.</source>
        <translation>Geben Sie entweder --x oder --z NUMBER an.</translation>
    </message>
    <message>
        <source>so many of a note or coin; may be repeated</source>
        <translation>so viele von einem Schein oder einer Münze</translation>
    </message>
    <message>
        <source>The Z report is made, numbered and stored with the closing. A difference that is larger than the shop accepts needs somebody who may accept it.</source>
        <translation>Der Z-Bericht wird mit dem Schließen erstellt, nummeriert und gespeichert. Eine Differenz, die größer ist, als das Geschäft zulässt, braucht jemanden, der sie annehmen darf.</translation>
    </message>
    <message>
        <source>Tells what the open shift took (X), or a closed one (Z).</source>
        <translation>Sagt, was die Schicht einnahm (X), oder eine alte (Z).</translation>
    </message>
    <message>
        <source>of the open shift, which stays open</source>
        <translation>der offenen Schicht, die offen bleibt</translation>
    </message>
    <message>
        <source>of the shift that this Z closed</source>
        <translation>der Schicht, die dieser Z-Bericht schloss</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
</context>
<context>
    <name>crema::command::SignIn</name>
    <message>
        <source>Code of the authenticator</source>
        <translation>Code des Authenticators</translation>
    </message>
    <message>
        <source>Nobody with an account is signed in here.</source>
        <translation>Hier ist niemand mit einem Konto angemeldet.</translation>
    </message>
    <message>
        <source>Run: crema user login EMAIL</source>
        <translation>Führen Sie aus: crema user login EMAIL</translation>
    </message>
    <message>
        <source>holds the authenticator&apos;s code; &quot;-&quot; is standard input</source>
        <translation>enthält den Code des Authenticators; „-“ ist die Standardeingabe</translation>
    </message>
    <message>
        <source>holds the password; &quot;-&quot; is standard input</source>
        <translation>enthält das Passwort; „-“ ist die Standardeingabe</translation>
    </message>
</context>
<context>
    <name>crema::command::StockCommand</name>
    <message>
        <source>SKU</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Variante</translation>
    </message>
    <message>
        <source>On hand here</source>
        <translation>Bestand hier</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>a SKU, any barcode, or an id</source>
        <translation>eine SKU, ein Barcode oder eine Kennung</translation>
    </message>
    <message>
        <source>show what is on hand, and adjust it with a reason</source>
        <translation>den Bestand zeigen und mit Grund anpassen</translation>
    </message>
    <message>
        <source>Shows what is on hand of one variant.</source>
        <translation>Zeigt den Bestand einer Variante.</translation>
    </message>
    <message>
        <source>Adds to or takes from what is on hand.</source>
        <translation>Fügt dem Bestand hinzu oder nimmt davon weg.</translation>
    </message>
    <message>
        <source>pieces or grams; a minus takes away</source>
        <translation>Stück oder Gramm; ein Minus nimmt weg</translation>
    </message>
    <message>
        <source>why it changed</source>
        <translation>warum er sich änderte</translation>
    </message>
    <message>
        <source>more about why</source>
        <translation>mehr dazu, warum</translation>
    </message>
</context>
<context>
    <name>crema::command::SyncCommand</name>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>Angewendet</translation>
    </message>
    <message>
        <source>Need attention</source>
        <translation>Braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Fetched</source>
        <translation>Geholt</translation>
    </message>
    <message>
        <source>Still queued</source>
        <translation>Noch in der Warteschlange</translation>
    </message>
    <message>
        <source>--timeout is for --wait.</source>
        <translation>--timeout gehört zu --wait.</translation>
    </message>
    <message>
        <source>Write: crema sync run --wait --timeout SECONDS</source>
        <translation>Schreiben Sie: crema sync run --wait --timeout SEKUNDEN</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>Enrolled</source>
        <translation>Registriert</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Last synced</source>
        <translation>Zuletzt abgeglichen</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>In der Warteschlange</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>send and fetch; what waits, and what needs attention</source>
        <translation>senden und holen; was wartet und was Aufmerksamkeit braucht</translation>
    </message>
    <message>
        <source>Sends what is queued and fetches what is new.</source>
        <translation>Sendet, was wartet, und holt, was neu ist.</translation>
    </message>
    <message>
        <source>Once.</source>
        <translation>Einmal.</translation>
    </message>
    <message>
        <source>Until everything is sent.</source>
        <translation>Bis alles gesendet ist.</translation>
    </message>
    <message>
        <source>The exit code is 75 when --timeout passes first, and 5 when something needs attention.</source>
        <translation>Der Rückgabewert ist 75, wenn --timeout vorher abläuft, und 5, wenn etwas Aufmerksamkeit braucht.</translation>
    </message>
    <message>
        <source>Shows the connection and how much waits.</source>
        <translation>Zeigt die Verbindung und wie viel wartet.</translation>
    </message>
    <message>
        <source>Lists the operations the platform has not confirmed.</source>
        <translation>Listet die Vorgänge auf, die die Plattform noch nicht bestätigt hat.</translation>
    </message>
    <message>
        <source>only what a person has to decide</source>
        <translation>nur, was eine Person entscheiden muss</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Let the records go that are about to be deleted?</source>
        <translation>Die Einträge gehen lassen, die gelöscht werden sollen?</translation>
    </message>
    <message>
        <source>Shows what asks before many records go.</source>
        <translation>Zeigt, was fragt, bevor viele Einträge gehen.</translation>
    </message>
    <message>
        <source>Lets them go.</source>
        <translation>Lässt sie gehen.</translation>
    </message>
    <message>
        <source>agree: they may go</source>
        <translation>zustimmen: sie dürfen gehen</translation>
    </message>
    <message>
        <source>More than 100 records of a kind, or 5 of 100, within an hour stay until a person agrees. With --allow the exit code is 3 when nothing is asked, and 4 when you may not agree.</source>
        <translation>Mehr als 100 Einträge einer Art, oder 5 von 100, innerhalb einer Stunde bleiben, bis jemand zustimmt. Mit --allow ist der Rückgabewert 3, wenn nichts gefragt wird, und 4, wenn Sie nicht zustimmen dürfen.</translation>
    </message>
    <message>
        <source>What asks</source>
        <translation>Was fragt</translation>
    </message>
    <message>
        <source>Agreed. Now take them out of use once more.</source>
        <translation>Zugestimmt. Nehmen Sie sie jetzt noch einmal außer Gebrauch.</translation>
    </message>
</context>
<context>
    <name>crema::command::UnsentVerbs</name>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>The passphrase again</source>
        <translation>Die Passphrase noch einmal</translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>Die beiden Passphrasen sind nicht gleich.</translation>
    </message>
    <message>
        <source>Run it again; nothing was written.</source>
        <translation>Führen Sie den Befehl noch einmal aus; es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Vorgänge</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Verkäufe</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Verkauft</translation>
    </message>
    <message>
        <source>Known here already</source>
        <translation>Hier schon bekannt</translation>
    </message>
    <message>
        <source>holds the passphrase; &quot;-&quot; is standard input</source>
        <translation>enthält die Passphrase; „-“ ist die Standardeingabe</translation>
    </message>
    <message>
        <source>Writes what was not sent to an encrypted file.</source>
        <translation>Schreibt, was nicht gesendet wurde, in eine verschlüsselte Datei.</translation>
    </message>
    <message>
        <source>Asks for a passphrase.</source>
        <translation>Fragt nach einer Passphrase.</translation>
    </message>
    <message>
        <source>Any register of the company imports it. What is in it stays queued here too, and arrives once, whoever sends it. The passphrase can also stand in CREMA_PASSPHRASE.</source>
        <translation>Jede Kasse des Unternehmens importiert sie. Was darin ist, bleibt auch hier in der Warteschlange und kommt einmal an, wer es auch sendet. Die Passphrase kann auch in CREMA_PASSPHRASE stehen.</translation>
    </message>
    <message>
        <source>Takes over what another register has not sent.</source>
        <translation>Übernimmt, was eine andere Kasse nicht gesendet hat.</translation>
    </message>
    <message>
        <source>Asks for the passphrase.</source>
        <translation>Fragt nach der Passphrase.</translation>
    </message>
    <message>
        <source>a file that &quot;crema sync export&quot; wrote</source>
        <translation>eine Datei, die „crema sync export“ geschrieben hat</translation>
    </message>
    <message>
        <source>The operations keep who did them, where and when. The passphrase can also stand in CREMA_PASSPHRASE.</source>
        <translation>Die Vorgänge behalten, wer sie wo und wann getan hat. Die Passphrase kann auch in CREMA_PASSPHRASE stehen.</translation>
    </message>
    <message>
        <source>The file is written, but the store could not note it: what is in it still counts as only here.</source>
        <translation>Die Datei ist geschrieben, aber der Speicher konnte es nicht vermerken: Was darin steht, zählt weiter als nur hier vorhanden.</translation>
    </message>
    <message>
        <source>the file to write, in place of one that is there; &quot;-&quot; is standard output</source>
        <translation>die Datei, die geschrieben wird, anstelle einer vorhandenen; „-“ ist die Standardausgabe</translation>
    </message>
</context>
<context>
    <name>crema::command::UserCommand</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>The owner works on this device until it is enrolled.</source>
        <translation>Der Eigentümer arbeitet an diesem Gerät, bis es registriert ist.</translation>
    </message>
    <message>
        <source>Run: crema device enroll --platform URL --code CODE</source>
        <translation>Führen Sie aus: crema device enroll --platform URL --code CODE</translation>
    </message>
    <message>
        <source>Nobody is signed in here.</source>
        <translation>Hier ist niemand angemeldet.</translation>
    </message>
    <message>
        <source>Run: crema user login EMAIL</source>
        <translation>Führen Sie aus: crema user login EMAIL</translation>
    </message>
    <message>
        <source>sign in, switch by PIN, show who is signed in</source>
        <translation>anmelden, mit PIN wechseln, zeigen, wer angemeldet ist</translation>
    </message>
    <message>
        <source>Signs a person in at the platform.</source>
        <translation>Meldet eine Person an der Plattform an.</translation>
    </message>
    <message>
        <source>Asks for the password.</source>
        <translation>Fragt nach dem Passwort.</translation>
    </message>
    <message>
        <source>the person&apos;s e-mail address</source>
        <translation>die E-Mail-Adresse der Person</translation>
    </message>
    <message>
        <source>Switches to a person by PIN. Works offline.</source>
        <translation>Wechselt mit PIN zu einer Person. Geht auch offline.</translation>
    </message>
    <message>
        <source>Asks for the PIN.</source>
        <translation>Fragt nach der PIN.</translation>
    </message>
    <message>
        <source>a part of the name or e-mail; else who is signed in</source>
        <translation>ein Teil des Namens oder der E-Mail; sonst, wer angemeldet ist</translation>
    </message>
    <message>
        <source>holds the PIN; &quot;-&quot; is standard input</source>
        <translation>enthält die PIN; „-“ ist die Standardeingabe</translation>
    </message>
    <message>
        <source>The PIN can also stand in CREMA_PIN.</source>
        <translation>Die PIN kann auch in CREMA_PIN stehen.</translation>
    </message>
    <message>
        <source>Shows who is signed in here.</source>
        <translation>Zeigt, wer hier angemeldet ist.</translation>
    </message>
    <message>
        <source>Lists who works at this location.</source>
        <translation>Listet auf, wer an diesem Standort arbeitet.</translation>
    </message>
    <message>
        <source>The password can also stand in CREMA_PASSWORD, a code in CREMA_CODE.</source>
        <translation>Das Passwort kann auch in CREMA_PASSWORD stehen, ein Code in CREMA_CODE.</translation>
    </message>
</context>
<context>
    <name>crema::command::VersionCommand</name>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>which version this is</source>
        <translation>welche Version dies ist</translation>
    </message>
    <message>
        <source>Says which version this is.</source>
        <translation>Sagt, welche Version dies ist.</translation>
    </message>
</context>
<context>
    <name>crema::desktop</name>
    <message>
        <source>%1 does not take “%2”.</source>
        <translation>%1 kennt den Wert „%2“ nicht.</translation>
    </message>
    <message>
        <source>See crema-desktop --help.</source>
        <translation>Siehe crema-desktop --help.</translation>
    </message>
    <message>
        <source>crema-desktop does not know “%1”.</source>
        <translation>crema-desktop kennt „%1“ nicht.</translation>
    </message>
    <message>
        <source>crema-desktop                      open the window
crema-desktop --theme dark         light, dark or high-contrast
crema-desktop --text-scale 125     text size in percent, 100 to 200
crema-desktop --self-test          open every page and end
crema-desktop --shots DIR          write pictures of every page to DIR
crema-desktop --shots DIR --only &quot;till-payment*dark&quot;
                                   only pictures called like that
crema-desktop --version            print the version
</source>
        <translation>crema-desktop                      öffnet das Fenster
crema-desktop --theme dark         light, dark oder high-contrast
crema-desktop --text-scale 125     Schriftgröße in Prozent, 100 bis 200
crema-desktop --self-test          öffnet jede Seite und endet
crema-desktop --shots DIR          schreibt Bilder jeder Seite nach DIR
crema-desktop --shots DIR --only &quot;till-payment*dark&quot;
                                   nur Bilder, die so heißen
crema-desktop --version            zeigt die Version
</translation>
    </message>
</context>
<context>
    <name>crema::documents</name>
    <message>
        <source>Cash</source>
        <translation>Bar</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>On account</source>
        <translation>Auf Rechnung</translation>
    </message>
    <message>
        <source>Gift card</source>
        <translation>Gutschein</translation>
    </message>
    <message>
        <source>Store credit</source>
        <translation>Guthaben</translation>
    </message>
</context>
<context>
    <name>crema::documents::GiftCardDocument</name>
    <message>
        <source>Gift card</source>
        <translation>Gutscheinkarte</translation>
    </message>
    <message>
        <source>On it on %1</source>
        <comment>a day</comment>
        <translation>Guthaben am %1</translation>
    </message>
    <message>
        <source>Good until %1</source>
        <translation>Gültig bis %1</translation>
    </message>
    <message>
        <source>Whoever shows this code pays with it. Keep it like cash.</source>
        <translation>Wer diesen Code zeigt, zahlt damit. Bewahren Sie ihn auf wie Bargeld.</translation>
    </message>
    <message>
        <source>The card that ends in %1.</source>
        <translation>Die Karte, die auf %1 endet.</translation>
    </message>
</context>
<context>
    <name>crema::documents::ReceiptWriter</name>
    <message>
        <source>*** COPY ***</source>
        <translation>*** KOPIE ***</translation>
    </message>
    <message>
        <source>%1 x %2</source>
        <translation>%1 x %2</translation>
    </message>
    <message>
        <source>%1 g, %2 per %3 g</source>
        <translation>%1 g, %2 je %3 g</translation>
    </message>
    <message>
        <source>%1 x %2 per %3</source>
        <translation>%1 x %2 je %3</translation>
    </message>
    <message>
        <source>Total %1</source>
        <translation>Summe %1</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>Rundung</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>Zu zahlen</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Rückgeld</translation>
    </message>
    <message>
        <source>VAT</source>
        <translation>MwSt.</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Netto</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Steuer</translation>
    </message>
    <message>
        <source>Gross</source>
        <translation>Brutto</translation>
    </message>
    <message>
        <source>Receipt %1</source>
        <translation>Beleg %1</translation>
    </message>
    <message>
        <source>Served by %1</source>
        <translation>Es bediente Sie %1</translation>
    </message>
    <message>
        <source>*** COPY %1 ***</source>
        <translation>*** KOPIE %1 ***</translation>
    </message>
    <message>
        <source>RETURN</source>
        <translation>RÜCKGABE</translation>
    </message>
    <message>
        <source>%1 g</source>
        <translation>%1 g</translation>
    </message>
    <message>
        <source>%1, without a receipt</source>
        <translation>%1, ohne Beleg</translation>
    </message>
    <message>
        <source>%1 of receipt %2</source>
        <translation>%1 von Beleg %2</translation>
    </message>
    <message>
        <source>Restocking fee</source>
        <translation>Rücknahmegebühr</translation>
    </message>
    <message>
        <source>To pay back</source>
        <translation>Zu erstatten</translation>
    </message>
    <message>
        <source>Paid back: %1</source>
        <translation>Erstattet: %1</translation>
    </message>
    <message>
        <source>Tip</source>
        <translation>Trinkgeld</translation>
    </message>
    <message>
        <source>*** TRAINING ***</source>
        <translation>*** ÜBUNG ***</translation>
    </message>
    <message>
        <source>Not valid as a receipt</source>
        <translation>Kein gültiger Beleg</translation>
    </message>
</context>
<context>
    <name>crema::handover::MeetingPlace</name>
    <message>
        <source>Other programs cannot reach the one that holds the store: the folder &quot;%1&quot; is unfit.</source>
        <translation>Andere Programme erreichen das nicht, das den Speicher offen hält: Der Ordner „%1“ ist ungeeignet.</translation>
    </message>
    <message>
        <source>Set XDG_RUNTIME_DIR to a folder with a short path that only you can open.</source>
        <translation>Setzen Sie XDG_RUNTIME_DIR auf einen Ordner mit kurzem Pfad, den nur Sie öffnen können.</translation>
    </message>
</context>
<context>
    <name>crema::platform</name>
    <message>
        <source>The database was made by a later version of Crema (step %1, %2) and stays untouched.</source>
        <translation>Die Datenbank stammt von einer späteren Version von Crema (Schritt %1, %2) und bleibt unberührt.</translation>
    </message>
    <message>
        <source>Install that version or a later one, then start again.</source>
        <translation>Installieren Sie diese oder eine spätere Version und starten Sie noch einmal.</translation>
    </message>
    <message>
        <source>The database step %1 was run with another text than this program has.</source>
        <translation>Der Datenbankschritt %1 lief mit einem anderen Text, als dieses Programm hat.</translation>
    </message>
    <message>
        <source>Start the version of Crema that made this database, or restore a backup.</source>
        <translation>Starten Sie die Version von Crema, die diese Datenbank angelegt hat, oder spielen Sie eine Sicherung ein.</translation>
    </message>
    <message>
        <source>The person who did this may not do it.</source>
        <translation>Die Person, die dies tat, darf es nicht.</translation>
    </message>
    <message>
        <source>Ask a manager to do it, or to give the permission.</source>
        <translation>Bitten Sie die Leitung, es zu tun oder das Recht zu geben.</translation>
    </message>
    <message>
        <source>Operation %1 of this device is expected next.</source>
        <translation>Als Nächstes wird Vorgang %1 dieses Geräts erwartet.</translation>
    </message>
    <message>
        <source>Send the operations from there on.</source>
        <translation>Senden Sie die Vorgänge von dort an.</translation>
    </message>
    <message>
        <source>The number %1 was used for another operation before.</source>
        <translation>Die Nummer %1 wurde schon für einen anderen Vorgang verwendet.</translation>
    </message>
    <message>
        <source>The store of this device is an older copy: give it a new epoch.</source>
        <translation>Der Speicher dieses Geräts ist eine ältere Kopie: Geben Sie ihm eine neue Epoche.</translation>
    </message>
    <message>
        <source>A device sends its own operations only.</source>
        <translation>Ein Gerät sendet nur seine eigenen Vorgänge.</translation>
    </message>
    <message>
        <source>Sign in as the device that made them.</source>
        <translation>Melden Sie sich als das Gerät an, das sie gemacht hat.</translation>
    </message>
    <message>
        <source>A batch holds operations of one epoch.</source>
        <translation>Ein Stapel enthält Vorgänge einer einzigen Epoche.</translation>
    </message>
    <message>
        <source>Send each epoch on its own.</source>
        <translation>Senden Sie jede Epoche für sich.</translation>
    </message>
    <message>
        <source>This code does not enrol a device: it is mistyped, used up or older than a day.</source>
        <translation>Dieser Code registriert kein Gerät: Er ist vertippt, verbraucht oder älter als ein Tag.</translation>
    </message>
    <message>
        <source>Check the code, or ask a manager for a new one.</source>
        <translation>Prüfen Sie den Code, oder bitten Sie die Leitung um einen neuen.</translation>
    </message>
    <message>
        <source>This device was shut out.</source>
        <translation>Dieses Gerät wurde ausgesperrt.</translation>
    </message>
    <message>
        <source>Another device has this id already.</source>
        <translation>Ein anderes Gerät hat diese Kennung schon.</translation>
    </message>
    <message>
        <source>Set up the store of this device anew.</source>
        <translation>Richten Sie den Speicher dieses Geräts neu ein.</translation>
    </message>
    <message>
        <source>Till %1</source>
        <translation>Kasse %1</translation>
    </message>
    <message>
        <source>An Ed25519 key of 32 bytes in base64url is needed here.</source>
        <translation>Hier wird ein Ed25519-Schlüssel von 32 Byte in base64url gebraucht.</translation>
    </message>
    <message>
        <source>An Ed25519 signature of 64 bytes in base64url is needed here.</source>
        <translation>Hier wird eine Ed25519-Signatur von 64 Byte in base64url gebraucht.</translation>
    </message>
    <message>
        <source>There is no location %1.</source>
        <translation>Es gibt keinen Standort %1.</translation>
    </message>
    <message>
        <source>Use the code of a shop or warehouse.</source>
        <translation>Verwenden Sie den Code eines Geschäfts oder Lagers.</translation>
    </message>
    <message>
        <source>There is nobody with the address %1.</source>
        <translation>Es gibt niemanden mit der Adresse %1.</translation>
    </message>
    <message>
        <source>Use the address of a person.</source>
        <translation>Verwenden Sie die Adresse einer Person.</translation>
    </message>
    <message>
        <source>The location %1 has no manager yet.</source>
        <translation>Der Standort %1 hat noch keine Leitung.</translation>
    </message>
    <message>
        <source>Make one with crema-platform user create, or name somebody with --user.</source>
        <translation>Legen Sie eine mit crema-platform user create an, oder nennen Sie jemanden mit --user.</translation>
    </message>
    <message>
        <source>Main shop</source>
        <translation>Hauptgeschäft</translation>
    </message>
    <message>
        <source>My company</source>
        <translation>Meine Firma</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>Ermäßigt</translation>
    </message>
    <message>
        <source>The password file %1 cannot be read.</source>
        <translation>Die Passwortdatei %1 ist nicht lesbar.</translation>
    </message>
    <message>
        <source>These options are not known here.</source>
        <translation>Diese Optionen sind hier nicht bekannt.</translation>
    </message>
    <message>
        <source>Roles are admin, manager, barista, warehouse and office.</source>
        <translation>Rollen sind admin, manager, barista, warehouse und office.</translation>
    </message>
    <message>
        <source>A location is missing.</source>
        <translation>Ein Standort fehlt.</translation>
    </message>
    <message>
        <source>Use: crema-platform enroll-code --data DIR --location L [--user E]</source>
        <translation>Aufruf: crema-platform enroll-code --data DIR --location L [--user E]</translation>
    </message>
    <message>
        <source>There is a company here already.</source>
        <translation>Hier gibt es schon eine Firma.</translation>
    </message>
    <message>
        <source>Choose another data folder, or go on with the company that is here.</source>
        <translation>Wählen Sie einen anderen Datenordner, oder machen Sie mit der Firma weiter, die hier ist.</translation>
    </message>
    <message>
        <source>The file is missing.</source>
        <translation>Die Datei fehlt.</translation>
    </message>
    <message>
        <source>The backup %1 cannot be written.</source>
        <translation>Die Sicherung %1 kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Choose a folder that you may write and that has room.</source>
        <translation>Wählen Sie einen Ordner, in den Sie schreiben dürfen und der Platz hat.</translation>
    </message>
    <message>
        <source>%1 is not a backup of Crema, or is not whole.</source>
        <translation>%1 ist keine Sicherung von Crema oder nicht vollständig.</translation>
    </message>
    <message>
        <source>Choose a file that crema-platform backup wrote.</source>
        <translation>Wählen Sie eine Datei, die crema-platform backup geschrieben hat.</translation>
    </message>
    <message>
        <source>There is a company here already; a backup never writes over one.</source>
        <translation>Hier gibt es schon eine Firma; eine Sicherung überschreibt nie eine.</translation>
    </message>
    <message>
        <source>Name an empty folder with --data.</source>
        <translation>Nennen Sie mit --data einen leeren Ordner.</translation>
    </message>
    <message>
        <source>Use: crema-platform backup --data DIR --to FILE</source>
        <translation>Aufruf: crema-platform backup --data DIR --to FILE</translation>
    </message>
    <message>
        <source>Use: crema-platform company create --data DIR --name N --shop S --country C --owner N --email E --password-file F</source>
        <translation>Aufruf: crema-platform company create --data DIR --name N --shop S --country C --owner N --email E --password-file F</translation>
    </message>
    <message>
        <source>The platform could not store what this operation says (%1).</source>
        <translation>Die Plattform konnte nicht speichern, was dieser Vorgang sagt (%1).</translation>
    </message>
    <message>
        <source>Look at it under needs attention and enter it again; the platform keeps it whole.</source>
        <translation>Sehen Sie ihn unter „Bitte prüfen“ an und geben Sie ihn neu ein; die Plattform bewahrt ihn vollständig auf.</translation>
    </message>
    <message>
        <source>No device that is let in is called %1.</source>
        <translation>Kein zugelassenes Gerät heißt %1.</translation>
    </message>
    <message>
        <source>crema-platform device list shows all of them.</source>
        <translation>crema-platform device list zeigt alle.</translation>
    </message>
    <message>
        <source>Nothing has arrived from it.</source>
        <translation>Von ihm ist nichts angekommen.</translation>
    </message>
    <message>
        <source>Everything up to operation %1 of its epoch %2 has arrived.</source>
        <translation>Alles bis Vorgang %1 seiner Epoche %2 ist angekommen.</translation>
    </message>
    <message>
        <source>Use: crema-platform device list --data DIR</source>
        <translation>Aufruf: crema-platform device list --data DIR</translation>
    </message>
    <message>
        <source>shut out %1</source>
        <translation>gesperrt %1</translation>
    </message>
    <message>
        <source>let in</source>
        <translation>zugelassen</translation>
    </message>
    <message>
        <source>The device is missing.</source>
        <translation>Das Gerät fehlt.</translation>
    </message>
    <message>
        <source>Use: crema-platform device revoke REGISTER|ID --data DIR</source>
        <translation>Aufruf: crema-platform device revoke KASSE|ID --data DIR</translation>
    </message>
    <message>
        <source>%1 has been shut out since %2.</source>
        <translation>%1 ist seit %2 gesperrt.</translation>
    </message>
    <message>
        <source>%1 is shut out.</source>
        <translation>%1 ist gesperrt.</translation>
    </message>
    <message>
        <source>Use: crema-platform keys list --data DIR</source>
        <translation>Aufruf: crema-platform keys list --data DIR</translation>
    </message>
    <message>
        <source>has ended</source>
        <translation>ist beendet</translation>
    </message>
    <message>
        <source>signs</source>
        <translation>unterschreibt</translation>
    </message>
    <message>
        <source>signs soon</source>
        <translation>unterschreibt bald</translation>
    </message>
    <message>
        <source>is believed</source>
        <translation>gilt noch</translation>
    </message>
    <message>
        <source>Use: crema-platform keys rotate --data DIR [--now]</source>
        <translation>Aufruf: crema-platform keys rotate --data DIR [--now]</translation>
    </message>
    <message>
        <source>Entry %1 of the auditor&apos;s journal is expected next.</source>
        <translation>Als Nächstes wird Eintrag %1 des Prüfjournals erwartet.</translation>
    </message>
    <message>
        <source>Send the entries from there on.</source>
        <translation>Senden Sie die Einträge von dort an.</translation>
    </message>
    <message>
        <source>The platform does not have operation %1.</source>
        <translation>Die Plattform hat Vorgang %1 nicht.</translation>
    </message>
    <message>
        <source>Send the document itself.</source>
        <translation>Senden Sie den Beleg selbst.</translation>
    </message>
    <message>
        <source>Entry %1 of the auditor&apos;s journal is not what the platform knows.</source>
        <translation>Eintrag %1 des Prüfjournals ist nicht der, den die Plattform kennt.</translation>
    </message>
    <message>
        <source>The register goes on in a new chain; a manager looks at the old one.</source>
        <translation>Die Kasse macht mit einer neuen Kette weiter; die Leitung sieht sich die alte an.</translation>
    </message>
    <message>
        <source>%1 is not a seal as the log writes it.</source>
        <translation>%1 ist kein Siegel, wie das Protokoll es schreibt.</translation>
    </message>
    <message>
        <source>Entry %1 of chain %2 is missing.</source>
        <translation>Eintrag %1 der Kette %2 fehlt.</translation>
    </message>
    <message>
        <source>Entry %1 of chain %2 was changed or moved.</source>
        <translation>Eintrag %1 der Kette %2 wurde geändert oder verschoben.</translation>
    </message>
    <message>
        <source>What entry %1 of chain %2 is found by does not say what the entry says.</source>
        <translation>Wonach Eintrag %1 der Kette %2 gefunden wird, sagt etwas anderes als der Eintrag.</translation>
    </message>
    <message>
        <source>Chain %2 was cut off: a seal names its entry %1.</source>
        <translation>Kette %2 wurde abgeschnitten: Ein Siegel nennt ihren Eintrag %1.</translation>
    </message>
    <message>
        <source>Chain %2 was written anew: entry %1 is not the one that was sealed.</source>
        <translation>Kette %2 wurde neu geschrieben: Eintrag %1 ist nicht der, der besiegelt wurde.</translation>
    </message>
    <message>
        <source>Seal %1 is missing.</source>
        <translation>Siegel %1 fehlt.</translation>
    </message>
    <message>
        <source>Seal %1 was changed, moved or made anew.</source>
        <translation>Siegel %1 wurde geändert, verschoben oder neu gemacht.</translation>
    </message>
    <message>
        <source>Seal %1 is not signed by this platform.</source>
        <translation>Siegel %1 ist nicht von dieser Plattform unterschrieben.</translation>
    </message>
    <message>
        <source>Somebody changed the database by other means than the platform: keep a copy of it, and look at the backups.</source>
        <translation>Jemand hat die Datenbank an der Plattform vorbei geändert: Bewahren Sie eine Kopie auf, und sehen Sie in die Sicherungen.</translation>
    </message>
    <message>
        <source>The audit trail is whole: %1 entries in %2 chains, %3 seals.</source>
        <translation>Das Änderungsprotokoll ist vollständig: %1 Einträge in %2 Ketten, %3 Siegel.</translation>
    </message>
    <message>
        <source>Use: crema-platform audit seal --data DIR</source>
        <translation>Verwendung: crema-platform audit seal --data ORDNER</translation>
    </message>
    <message>
        <source>Nothing was added since the last seal.</source>
        <translation>Seit dem letzten Siegel kam nichts hinzu.</translation>
    </message>
    <message>
        <source>A manager lets it in again with a code of its own: crema-platform device readmit.</source>
        <translation>Die Leitung lässt es mit einem eigenen Code wieder zu: crema-platform device readmit.</translation>
    </message>
    <message>
        <source>No device is called %1.</source>
        <translation>Kein Gerät heißt %1.</translation>
    </message>
    <message>
        <source>%1 is not shut out.</source>
        <translation>%1 ist nicht gesperrt.</translation>
    </message>
    <message>
        <source>This code does not let this device in: it is mistyped, used up or older than a day.</source>
        <translation>Dieser Code lässt dieses Gerät nicht zu: Er ist vertippt, verbraucht oder älter als ein Tag.</translation>
    </message>
    <message>
        <source>Use: crema-platform device readmit REGISTER|ID --data DIR</source>
        <translation>Aufruf: crema-platform device readmit KASSE|KENNUNG --data DIR</translation>
    </message>
    <message>
        <source>Use: crema-platform review list --data DIR</source>
        <translation>Aufruf: crema-platform review list --data DIR</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>The review is missing.</source>
        <translation>Die Kennung fehlt.</translation>
    </message>
    <message>
        <source>Use: crema-platform review show ID --data DIR</source>
        <translation>Aufruf: crema-platform review show KENNUNG --data DIR</translation>
    </message>
    <message>
        <source>Somebody has looked at it.</source>
        <translation>Jemand hat es angesehen.</translation>
    </message>
    <message>
        <source>Use: crema-platform review close ID|CODE --data DIR</source>
        <translation>Aufruf: crema-platform review close KENNUNG|CODE --data DIR</translation>
    </message>
    <message numerus="yes">
        <source>%n closed.</source>
        <translation>
            <numerusform>%n erledigt.</numerusform>
            <numerusform>%n erledigt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing of %1 is open.</source>
        <translation>Von %1 ist nichts offen.</translation>
    </message>
    <message>
        <source>crema-platform review list shows what is.</source>
        <translation>crema-platform review list zeigt, was offen ist.</translation>
    </message>
    <message>
        <source>What could not be read is set aside where it came from, not here.</source>
        <translation>Was nicht zu lesen war, wird dort beiseitegelegt, wo es herkam, nicht hier.</translation>
    </message>
    <message>
        <source>A manager does it on a device of the location, under Sync.</source>
        <translation>Die Leitung macht es an einem Gerät des Standorts, unter Abgleich.</translation>
    </message>
    <message>
        <source>Nobody has the address %1.</source>
        <translation>Es gibt niemanden mit der Adresse %1.</translation>
    </message>
    <message>
        <source>crema-platform user list shows everybody.</source>
        <translation>crema-platform user list zeigt alle.</translation>
    </message>
    <message>
        <source>Nothing was changed. To change that person: crema-platform user set-password, user set-role, user disable or user enable.</source>
        <translation>Nichts wurde geändert. Um diese Person zu ändern: crema-platform user set-password, user set-role, user disable oder user enable.</translation>
    </message>
    <message>
        <source>%1 may sign in, as %2.</source>
        <translation>%1 darf sich anmelden, als %2.</translation>
    </message>
    <message>
        <source>%1 is disabled and signs in nowhere any more.</source>
        <translation>%1 ist gesperrt und meldet sich nirgends mehr an.</translation>
    </message>
    <message>
        <source>%1 signs in with the new password.</source>
        <translation>%1 meldet sich mit dem neuen Passwort an.</translation>
    </message>
    <message>
        <source>%1 is %2 now.</source>
        <translation>%1 ist jetzt %2.</translation>
    </message>
    <message>
        <source>Use: crema-platform %1</source>
        <translation>Verwendung: crema-platform %1</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>Password: </source>
        <translation>Passwort: </translation>
    </message>
    <message>
        <source>The password is missing.</source>
        <translation>Das Passwort fehlt.</translation>
    </message>
    <message>
        <source>Name a file that holds the password on its first line with --password-file, or - for standard input.</source>
        <translation>Nennen Sie mit --password-file eine Datei, in deren erster Zeile das Passwort steht, oder - für die Standardeingabe.</translation>
    </message>
    <message>
        <source>There is no such session.</source>
        <translation>Diese Sitzung gibt es nicht.</translation>
    </message>
    <message>
        <source>crema-platform session list shows those that go on.</source>
        <translation>crema-platform session list zeigt die laufenden.</translation>
    </message>
    <message>
        <source>The session is missing.</source>
        <translation>Die Sitzung fehlt.</translation>
    </message>
    <message>
        <source>%1 signs in without a code, until they set up an authenticator again.</source>
        <translation>%1 meldet sich ohne Code an, bis wieder ein Authenticator eingerichtet ist.</translation>
    </message>
    <message>
        <source>An authenticator is set up already.</source>
        <translation>Ein Authenticator ist schon eingerichtet.</translation>
    </message>
    <message>
        <source>An administrator removes it: crema-platform user remove-totp.</source>
        <translation>Die Verwaltung entfernt ihn: crema-platform user remove-totp.</translation>
    </message>
    <message>
        <source>This code does not fit.</source>
        <translation>Dieser Code passt nicht.</translation>
    </message>
    <message>
        <source>Take the code that the authenticator shows now; each counts once. A recovery code works too.</source>
        <translation>Den Code nehmen, den der Authenticator jetzt zeigt; jeder zählt einmal. Ein Wiederherstellungscode geht auch.</translation>
    </message>
    <message>
        <source>No authenticator waits to be confirmed.</source>
        <translation>Kein Authenticator wartet auf Bestätigung.</translation>
    </message>
    <message>
        <source>Begin to set one up.</source>
        <translation>Die Einrichtung neu beginnen.</translation>
    </message>
    <message>
        <source>Only who manages people sees and ends the sessions of others.</source>
        <translation>Nur wer Personen verwaltet, sieht und beendet die Sitzungen anderer.</translation>
    </message>
    <message>
        <source>Ask a manager.</source>
        <translation>Eine Führungskraft fragen.</translation>
    </message>
    <message>
        <source>There is no such session any more.</source>
        <translation>Diese Sitzung gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Look at the list again.</source>
        <translation>Die Liste erneut ansehen.</translation>
    </message>
    <message>
        <source>This code does not fit, or is not good any more.</source>
        <translation>Dieser Code passt nicht oder gilt nicht mehr.</translation>
    </message>
    <message>
        <source>Take the one of the latest mail, or ask for another.</source>
        <translation>Nehmen Sie den aus der letzten E-Mail, oder lassen Sie sich einen neuen schicken.</translation>
    </message>
    <message>
        <source>Only who manages people invites them.</source>
        <translation>Nur wer Personen verwaltet, lädt sie ein.</translation>
    </message>
    <message>
        <source>Ask a manager of this location.</source>
        <translation>Fragen Sie die Leitung dieses Standorts.</translation>
    </message>
    <message>
        <source>There is no address to which %1 could be mailed.</source>
        <translation>Es gibt keine Adresse, an die %1 geschrieben werden könnte.</translation>
    </message>
    <message>
        <source>Give them one first. A PIN works without.</source>
        <translation>Tragen Sie zuerst eine ein. Eine PIN geht ohne.</translation>
    </message>
    <message>
        <source>There is none.</source>
        <translation>Es gibt keine.</translation>
    </message>
    <message>
        <source>Your code for a new password at %1</source>
        <translation>Ihr Code für ein neues Passwort bei %1</translation>
    </message>
    <message>
        <source>Welcome to %1</source>
        <translation>Willkommen bei %1</translation>
    </message>
    <message>
        <source>MAIL_FROM is not an address: %1</source>
        <translation>MAIL_FROM ist keine Adresse: %1</translation>
    </message>
    <message>
        <source>Use one like shop@example.org.</source>
        <translation>Nehmen Sie eine wie laden@example.org.</translation>
    </message>
    <message>
        <source>SMTP_URL is not the address of a mail server.</source>
        <translation>SMTP_URL ist nicht die Adresse eines Mailservers.</translation>
    </message>
    <message>
        <source>Use smtp://USER:PASSWORD@HOST:587 or smtps://USER:PASSWORD@HOST.</source>
        <translation>Nehmen Sie smtp://USER:PASSWORT@HOST:587 oder smtps://USER:PASSWORT@HOST.</translation>
    </message>
    <message>
        <source>The platform does not know this person yet.</source>
        <translation>Die Plattform kennt diese Person noch nicht.</translation>
    </message>
    <message>
        <source>Sync the device where they were added, then invite them.</source>
        <translation>Gleichen Sie das Gerät ab, auf dem sie hinzugefügt wurde, und laden Sie sie dann ein.</translation>
    </message>
    <message>
        <source>%1 may not sign in.</source>
        <translation>%1 darf sich nicht anmelden.</translation>
    </message>
    <message>
        <source>Let them in again first.</source>
        <translation>Lassen Sie die Person zuerst wieder zu.</translation>
    </message>
    <message>
        <source>%1 comes in again with this code, which is good for %2. Type it on the device under Sync, or there: crema device readmit --code CODE</source>
        <translation>%1 wird mit diesem Code wieder zugelassen, der so lange gilt: %2. Geben Sie ihn am Gerät unter Abgleich ein, oder dort: crema device readmit --code CODE</translation>
    </message>
    <message>
        <source>Hello %1,

somebody asked for a new password for %2 at %3. This is the code for it:

    %4

Type it where you asked, within %5. If it was not you, do nothing: your password is the one you have.
</source>
        <translation>Guten Tag %1,

jemand hat für %2 bei %3 ein neues Passwort angefragt. Das ist der Code dafür:

    %4

Geben Sie ihn dort ein, wo Sie gefragt haben; er gilt %5. Waren Sie es nicht, brauchen Sie nichts zu tun: Ihr Passwort bleibt, wie es ist.
</translation>
    </message>
    <message>
        <source>Hello %1,

%2 invites you to work with Crema at %3. In the program choose to sign in with mail address and password, then “Invited, or lost it?”, and type:

    address  %4
    code     %5

You choose your password there. The code is good for %6.
</source>
        <translation>Guten Tag %1,

%2 lädt Sie ein, bei %3 mit Crema zu arbeiten. Wählen Sie im Programm die Anmeldung mit E-Mail-Adresse und Passwort, dann „Eingeladen oder vergessen?“, und geben Sie ein:

    Adresse  %4
    Code     %5

Ihr Passwort wählen Sie dort selbst. Der Code gilt %6.
</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a device and its register</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Jemand</translation>
    </message>
    <message>
        <source>a device of the company</source>
        <translation>einem Gerät der Firma</translation>
    </message>
    <message>
        <source>You have no mail address at %1 any more.</source>
        <translation>Sie haben bei %1 keine E-Mail-Adresse mehr.</translation>
    </message>
    <message>
        <source>Your mail address at %1 is %2 from now on.</source>
        <translation>Ihre E-Mail-Adresse bei %1 ist ab jetzt %2.</translation>
    </message>
    <message>
        <source>Your address at %1 was changed</source>
        <translation>Ihre Adresse bei %1 wurde geändert</translation>
    </message>
    <message>
        <source>Hello %1,

%2 %3 did it, at %4.

If that is right, you need not do anything: the new address counts once you have signed in with it, or in three days.

If it is not, until then this address is still yours: sign in with it, or ask for a new password with it, and then let a manager change the address back. Tell whoever looks after your devices as well: one of them may be in wrong hands, and crema-platform device revoke shuts it out.
</source>
        <translation>Hallo %1,

%2 Das hat %3 getan, an %4.

Wenn es stimmt, müssen Sie nichts tun: Die neue Adresse zählt, sobald Sie sich mit ihr angemeldet haben, oder in drei Tagen.

Wenn nicht, gehört Ihnen bis dahin noch diese Adresse: Melden Sie sich mit ihr an oder fordern Sie mit ihr ein neues Passwort an, und lassen Sie dann die Adresse von der Leitung zurückändern. Sagen Sie es auch der Person, die sich um Ihre Geräte kümmert: Eines davon kann in falschen Händen sein, und crema-platform device revoke sperrt es aus.
</translation>
    </message>
    <message>
        <source>The address of %1 was changed less than three days ago, so no code goes there yet.</source>
        <translation>Die Adresse von %1 wurde vor weniger als drei Tagen geändert, daher geht noch kein Code dorthin.</translation>
    </message>
    <message>
        <source>They sign in with their password, or ask for a code at the address before. If they have neither: crema-platform user set-password.</source>
        <translation>Die Person meldet sich mit ihrem Passwort an oder fordert einen Code an die bisherige Adresse an. Hat sie keines von beiden: crema-platform user set-password.</translation>
    </message>
    <message>
        <source>pg_dump and pg_restore cannot be told the password of the TLS key in the database&apos;s address.</source>
        <translation>pg_dump und pg_restore können das Passwort des TLS-Schlüssels in der Adresse der Datenbank nicht erfahren.</translation>
    </message>
    <message>
        <source>Use a key without a password, in a file that only you can read.</source>
        <translation>Verwenden Sie einen Schlüssel ohne Passwort, in einer Datei, die nur Sie lesen können.</translation>
    </message>
    <message>
        <source>Use: crema-platform audit verify --data DIR [--seal NUMBER:HASH]… [--expect-at-least NUMBER]</source>
        <translation>Aufruf: crema-platform audit verify --data DIR [--seal NUMMER:HASH]… [--expect-at-least ANZAHL]</translation>
    </message>
    <message>
        <source>%1 is not a number of entries.</source>
        <translation>%1 ist keine Anzahl von Einträgen.</translation>
    </message>
    <message>
        <source>Operation %1 was changed: it is not the one that entry %2 of chain %3 was written for.</source>
        <translation>Vorgang %1 wurde geändert: Es ist nicht der, für den Eintrag %2 der Kette %3 geschrieben wurde.</translation>
    </message>
    <message>
        <source>Operation %1 is missing, which entry %2 of chain %3 was written for.</source>
        <translation>Vorgang %1 fehlt, für den Eintrag %2 der Kette %3 geschrieben wurde.</translation>
    </message>
    <message>
        <source>The audit trail has %1 entries, where at least %2 are expected.</source>
        <translation>Das Änderungsprotokoll hat %1 Einträge, erwartet werden mindestens %2.</translation>
    </message>
    <message>
        <source>Something was cut off, or this is an older backup. audit verify --seal finds where.</source>
        <translation>Etwas wurde abgeschnitten, oder dies ist eine ältere Sicherung. audit verify --seal findet die Stelle.</translation>
    </message>
    <message>
        <source>Use lost, stolen, broken, sold or unused.</source>
        <translation>Nehmen Sie lost, stolen, broken, sold oder unused.</translation>
    </message>
    <message>
        <source>Only who manages devices may do this.</source>
        <translation>Nur wer Geräte verwaltet, darf das.</translation>
    </message>
    <message>
        <source>This is the device that you are at: it would be out at once.</source>
        <translation>Das ist das Gerät, an dem Sie gerade sind: Es wäre sofort draußen.</translation>
    </message>
    <message>
        <source>Say that this one is meant, or do it from another device.</source>
        <translation>Sagen Sie, dass dieses gemeint ist, oder tun Sie es von einem anderen Gerät aus.</translation>
    </message>
    <message>
        <source>There is no location %1 where you manage devices.</source>
        <translation>Es gibt keinen Standort %1, an dem Sie Geräte verwalten.</translation>
    </message>
    <message>
        <source>Look at the list of devices again.</source>
        <translation>Sehen Sie die Liste der Geräte noch einmal an.</translation>
    </message>
    <message>
        <source>A device that was set up anew needs a code for a new device.</source>
        <translation>Ein neu eingerichtetes Gerät braucht einen Code für ein neues Gerät.</translation>
    </message>
    <message>
        <source>There is no such device.</source>
        <translation>Es gibt kein solches Gerät.</translation>
    </message>
    <message>
        <source>The keys in this database are encrypted, and the file that opens them is not there or is another one.</source>
        <translation>Die Schlüssel in dieser Datenbank sind verschlüsselt, und die Datei, die sie öffnet, fehlt oder ist eine andere.</translation>
    </message>
    <message>
        <source>Put the key file of the platform that wrote them in its place: secrets.key in its folder, or what CREMA_SECRETS_KEY_FILE names. Only if it is lost: crema-platform keys replace.</source>
        <translation>Legen Sie die Schlüsseldatei der Plattform, die sie schrieb, an ihren Platz: secrets.key in deren Ordner, oder was CREMA_SECRETS_KEY_FILE nennt. Nur wenn sie verloren ist: crema-platform keys replace.</translation>
    </message>
    <message>
        <source>Seals up to %1 are signed by an earlier key, %2, that was replaced when it was lost.</source>
        <translation>Siegel bis %1 sind mit einem früheren Schlüssel unterschrieben, %2, der ersetzt wurde, als er verloren war.</translation>
    </message>
    <message>
        <source>Use: crema-platform restore --data DIR --from FILE [--secrets-key-file FILE] [--new-keys]</source>
        <translation>Aufruf: crema-platform restore --data DIR --from FILE [--secrets-key-file FILE] [--new-keys]</translation>
    </message>
    <message>
        <source>the file that CREMA_SECRETS_KEY_FILE will name</source>
        <translation>die Datei, die CREMA_SECRETS_KEY_FILE nennen wird</translation>
    </message>
    <message>
        <source>The keys in this backup are encrypted. Before you start the platform, put secrets.key of the one that wrote it here: %1. If it is lost: crema-platform keys replace.</source>
        <translation>Die Schlüssel in dieser Sicherung sind verschlüsselt. Legen Sie vor dem Start der Plattform die Datei secrets.key der Plattform, die sie schrieb, hierhin: %1. Wenn sie verloren ist: crema-platform keys replace.</translation>
    </message>
    <message>
        <source>Nothing says where the key file lies.</source>
        <translation>Nirgends steht, wo die Schlüsseldatei liegt.</translation>
    </message>
    <message>
        <source>Set CREMA_SECRETS_KEY_FILE to it.</source>
        <translation>Setzen Sie CREMA_SECRETS_KEY_FILE darauf.</translation>
    </message>
    <message>
        <source>Every key opens: nothing was replaced.</source>
        <translation>Jeder Schlüssel lässt sich öffnen: nichts wurde ersetzt.</translation>
    </message>
    <message>
        <source>There is a new key of tokens: devices come in by themselves, people sign in again.</source>
        <translation>Es gibt einen neuen Schlüssel der Zugriffsmarken: Geräte kommen von selbst wieder herein, Personen melden sich neu an.</translation>
    </message>
    <message>
        <source>There is a new key of the audit trail&apos;s seals; those of before are still checked.</source>
        <translation>Es gibt einen neuen Schlüssel für die Siegel des Änderungsprotokolls; die früheren werden weiter geprüft.</translation>
    </message>
    <message>
        <source>There is a new key that countersigns auditor&apos;s journals; keep the old one&apos;s public half.</source>
        <translation>Es gibt einen neuen Schlüssel, der Prüfjournale gegenzeichnet; bewahren Sie die öffentliche Hälfte des alten auf.</translation>
    </message>
    <message>
        <source>%1 sets up their authenticator anew.</source>
        <translation>%1 richtet den Authenticator neu ein.</translation>
    </message>
    <message>
        <source>Use: crema-platform keys rotate-secrets --data DIR</source>
        <translation>Aufruf: crema-platform keys rotate-secrets --data DIR</translation>
    </message>
    <message>
        <source>%1 has a new key. Keep a copy of it apart from the backups.</source>
        <translation>%1 hat einen neuen Schlüssel. Bewahren Sie eine Kopie davon getrennt von den Sicherungen auf.</translation>
    </message>
    <message>
        <source>Use: crema-platform keys replace --data DIR</source>
        <translation>Aufruf: crema-platform keys replace --data DIR</translation>
    </message>
    <message>
        <source>A platform works with this database, and holds the key that is to be changed.</source>
        <translation>Eine Plattform arbeitet mit dieser Datenbank und hält den Schlüssel, der geändert werden soll.</translation>
    </message>
    <message>
        <source>Stop every platform of this database, change the key, and start them again.</source>
        <translation>Beenden Sie jede Plattform dieser Datenbank, ändern Sie den Schlüssel, und starten Sie sie wieder.</translation>
    </message>
    <message>
        <source>The key file %1 cannot be used.</source>
        <translation>Die Schlüsseldatei %1 lässt sich nicht benutzen.</translation>
    </message>
    <message>
        <source>Make it readable for the account that the platform runs as.</source>
        <translation>Machen Sie sie für das Konto lesbar, unter dem die Plattform läuft.</translation>
    </message>
    <message>
        <source>It holds no key of the platform. Put the right one there.</source>
        <translation>Sie enthält keinen Schlüssel der Plattform. Legen Sie die richtige dorthin.</translation>
    </message>
    <message>
        <source>It can neither be read nor made: check its folder.</source>
        <translation>Sie lässt sich weder lesen noch anlegen: prüfen Sie ihren Ordner.</translation>
    </message>
    <message>
        <source>Others can read or change it: chmod 600 takes that away.</source>
        <translation>Andere können sie lesen oder ändern: chmod 600 verhindert das.</translation>
    </message>
    <message>
        <source>Say where the platform keeps it: CREMA_SECRETS_KEY_FILE=FILE.</source>
        <translation>Sagen Sie, wo die Plattform sie aufbewahrt: CREMA_SECRETS_KEY_FILE=FILE.</translation>
    </message>
    <message>
        <source>Another key lies there already. Move it away first.</source>
        <translation>Dort liegt schon ein anderer Schlüssel. Räumen Sie ihn zuerst weg.</translation>
    </message>
    <message>
        <source>%1 cannot take its place: check the folder.</source>
        <translation>%1 kann nicht an ihren Platz: prüfen Sie den Ordner.</translation>
    </message>
    <message>
        <source>This device is shut out.</source>
        <translation>Dieses Gerät ist ausgesperrt.</translation>
    </message>
    <message>
        <source>Let it in again first.</source>
        <translation>Lassen Sie es zuerst wieder ein.</translation>
    </message>
    <message>
        <source>Register %1 of this device has an open shift.</source>
        <translation>Kasse %1 dieses Geräts hat eine offene Schicht.</translation>
    </message>
    <message>
        <source>Close the shift there, let the device send it, then move the device.</source>
        <translation>Schließen Sie dort die Schicht, lassen Sie das Gerät sie senden und lassen Sie es dann umziehen.</translation>
    </message>
    <message>
        <source>Enter another number, or none for the first that is free.</source>
        <translation>Geben Sie eine andere Nummer ein oder keine für die erste freie.</translation>
    </message>
    <message>
        <source>A register has up to 8 letters A to Z and digits.</source>
        <translation>Eine Kasse hat bis zu 8 Buchstaben A bis Z und Ziffern.</translation>
    </message>
    <message>
        <source>%1 had a register %2 already.</source>
        <translation>%1 hatte schon eine Kasse %2.</translation>
    </message>
    <message>
        <source>What entry %1 of chain %2 says about a person was changed or deleted, and nobody erased them.</source>
        <translation>Was Eintrag %1 der Kette %2 über eine Person sagt, wurde geändert oder gelöscht, und niemand hat sie gelöscht.</translation>
    </message>
</context>
<context>
    <name>crema::platform::AccessTokens</name>
    <message>
        <source>Sign in again.</source>
        <translation>Melden Sie sich neu an.</translation>
    </message>
    <message>
        <source>The key that signs access tokens cannot be read.</source>
        <translation>Der Schlüssel, der Zugangsschlüssel unterschreibt, ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Restore the database from a backup.</source>
        <translation>Spielen Sie die Datenbank aus einer Sicherung zurück.</translation>
    </message>
    <message>
        <source>This access token is not one of this platform, or has ended.</source>
        <translation>Dieses Zugriffstoken ist keines dieser Plattform, oder es ist abgelaufen.</translation>
    </message>
</context>
<context>
    <name>crema::platform::Audit</name>
    <message>
        <source>Only who manages people sees what was done.</source>
        <translation>Nur wer Personen verwaltet, sieht, was getan wurde.</translation>
    </message>
    <message>
        <source>Ask a manager of this location.</source>
        <translation>Fragen Sie die Leitung dieses Standorts.</translation>
    </message>
</context>
<context>
    <name>crema::platform::Authenticator</name>
    <message>
        <source>This address answers only after sign-in.</source>
        <translation>Diese Adresse antwortet erst nach der Anmeldung.</translation>
    </message>
    <message>
        <source>Send an access token.</source>
        <translation>Senden Sie einen Zugangsschlüssel.</translation>
    </message>
</context>
<context>
    <name>crema::platform::Batch</name>
    <message>
        <source>Another device of this location sends its operations now.</source>
        <translation>Ein anderes Gerät dieses Standorts sendet jetzt seine Vorgänge.</translation>
    </message>
    <message>
        <source>Wait: the store elects who sends.</source>
        <translation>Warten Sie: Der Speicher bestimmt, wer sendet.</translation>
    </message>
</context>
<context>
    <name>crema::platform::CompanyOptions</name>
    <message>
        <source>These options are not known here.</source>
        <translation>Diese Optionen sind hier nicht bekannt.</translation>
    </message>
    <message>
        <source>An e-mail address is missing.</source>
        <translation>Eine E-Mail-Adresse fehlt.</translation>
    </message>
    <message>
        <source>--%1 needs a name of 1 to %2 characters.</source>
        <translation>--%1 braucht einen Namen mit 1 bis %2 Zeichen.</translation>
    </message>
    <message>
        <source>The country %1 is not known here.</source>
        <translation>Das Land %1 ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>Name it by its two letters, such as DE.</source>
        <translation>Nennen Sie es mit seinen zwei Buchstaben, etwa DE.</translation>
    </message>
    <message>
        <source>The time zone %1 is not known.</source>
        <translation>Die Zeitzone %1 ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Write it as Europe/Berlin.</source>
        <translation>Schreiben Sie sie wie Europe/Berlin.</translation>
    </message>
    <message>
        <source>%1 is not a currency.</source>
        <translation>%1 ist keine Währung.</translation>
    </message>
    <message>
        <source>Write its three letters, such as EUR.</source>
        <translation>Schreiben Sie ihre drei Buchstaben, etwa EUR.</translation>
    </message>
    <message>
        <source>%1 is not a tax rate.</source>
        <translation>%1 ist kein Steuersatz.</translation>
    </message>
    <message>
        <source>Write it in percent, such as 19 or 5.5.</source>
        <translation>Schreiben Sie ihn in Prozent, etwa 19 oder 5.5.</translation>
    </message>
    <message>
        <source>The PIN has to be %1 to %2 digits.</source>
        <translation>Die PIN muss %1 bis %2 Ziffern haben.</translation>
    </message>
</context>
<context>
    <name>crema::platform::ConnectionPool</name>
    <message>
        <source>Every database session is in use.</source>
        <translation>Alle Sitzungen der Datenbank sind belegt.</translation>
    </message>
</context>
<context>
    <name>crema::platform::Customers</name>
    <message>
        <source>Only who manages people hands out what is known of somebody.</source>
        <translation>Nur wer Personen verwaltet, gibt heraus, was über jemanden bekannt ist.</translation>
    </message>
    <message>
        <source>Ask a manager of this location.</source>
        <translation>Fragen Sie die Leitung dieses Standorts.</translation>
    </message>
    <message>
        <source>What is known of somebody is handed out only to who signed in by password.</source>
        <translation>Was über jemanden bekannt ist, erhält nur, wer sich mit Passwort angemeldet hat.</translation>
    </message>
    <message>
        <source>Sign in with your password and try again.</source>
        <translation>Melden Sie sich mit Ihrem Passwort an und versuchen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>crema::platform::Database</name>
    <message>
        <source>The database did not take the request (%1).</source>
        <translation>Die Datenbank nahm die Anfrage nicht an (%1).</translation>
    </message>
    <message>
        <source>Send the same request again in a moment.</source>
        <translation>Senden Sie dieselbe Anfrage gleich noch einmal.</translation>
    </message>
</context>
<context>
    <name>crema::platform::Demo</name>
    <message>
        <source>The demo company could not be made: %1</source>
        <translation>Die Beispielfirma ließ sich nicht anlegen: %1</translation>
    </message>
    <message>
        <source>Start on an empty folder without --demo.</source>
        <translation>Starten Sie auf einem leeren Ordner ohne --demo.</translation>
    </message>
</context>
<context>
    <name>crema::platform::DeviceEpochs</name>
    <message>
        <source>This device is not to move any more.</source>
        <translation>Dieses Gerät soll nicht mehr umziehen.</translation>
    </message>
    <message>
        <source>It stays where it is.</source>
        <translation>Es bleibt, wo es ist.</translation>
    </message>
</context>
<context>
    <name>crema::platform::DeviceRevocations</name>
    <message>
        <source>This device was shut out.</source>
        <translation>Dieses Gerät wurde gesperrt.</translation>
    </message>
    <message>
        <source>Nothing is lost: it keeps what it has. A manager lets it in again with a one-time code.</source>
        <translation>Nichts ist verloren: Es behält, was es hat. Die Leitung lässt es mit einem Einmalcode wieder zu.</translation>
    </message>
</context>
<context>
    <name>crema::platform::DeviceRoutes</name>
    <message>
        <source>A device claims for itself only.</source>
        <translation>Ein Gerät stellt nur für sich selbst Ansprüche.</translation>
    </message>
</context>
<context>
    <name>crema::platform::DeviceSession</name>
    <message>
        <source>The device could not prove that it is enrolled.</source>
        <translation>Das Gerät konnte nicht beweisen, dass es registriert ist.</translation>
    </message>
    <message>
        <source>This challenge was answered already or is too old.</source>
        <translation>Diese Aufgabe wurde schon beantwortet oder ist zu alt.</translation>
    </message>
    <message>
        <source>Ask for a new one.</source>
        <translation>Fragen Sie nach einer neuen.</translation>
    </message>
    <message>
        <source>Check the address of the platform. If it does not know this device any more, write what is unsent to a file and set the device up anew.</source>
        <translation>Prüfen Sie die Adresse der Plattform. Kennt sie dieses Gerät nicht mehr, schreiben Sie das nicht Gesendete in eine Datei und richten Sie das Gerät neu ein.</translation>
    </message>
</context>
<context>
    <name>crema::platform::Devices</name>
    <message>
        <source>Only who manages devices sees how they are.</source>
        <translation>Wie es den Geräten geht, sieht nur, wer Geräte verwaltet.</translation>
    </message>
    <message>
        <source>Ask a manager of this location.</source>
        <translation>Fragen Sie die Leitung dieses Standorts.</translation>
    </message>
</context>
<context>
    <name>crema::platform::Mail</name>
    <message>
        <source>The message could not be put into %1: %2</source>
        <translation>Die Nachricht konnte nicht nach %1 gelegt werden: %2</translation>
    </message>
    <message>
        <source>Look at the room and the rights there.</source>
        <translation>Sehen Sie nach dem Platz und den Rechten dort.</translation>
    </message>
    <message>
        <source>The mail server did not take the message: %1</source>
        <translation>Der Mailserver hat die Nachricht nicht angenommen: %1</translation>
    </message>
    <message>
        <source>Look at SMTP_URL and at the log of the server.</source>
        <translation>Sehen Sie nach SMTP_URL und in das Protokoll des Servers.</translation>
    </message>
</context>
<context>
    <name>crema::platform::NoMailer</name>
    <message>
        <source>This platform has no way to send mail.</source>
        <translation>Diese Plattform kann keine E-Mails verschicken.</translation>
    </message>
    <message>
        <source>Set SMTP_URL, or start it with --data DIR.</source>
        <translation>Setzen Sie SMTP_URL, oder starten Sie sie mit --data DIR.</translation>
    </message>
</context>
<context>
    <name>crema::platform::PageMark</name>
    <message>
        <source>The list has no page with this cursor.</source>
        <translation>Die Liste hat keine Seite mit dieser Position.</translation>
    </message>
    <message>
        <source>Begin at the first page again.</source>
        <translation>Beginnen Sie wieder mit der ersten Seite.</translation>
    </message>
</context>
<context>
    <name>crema::platform::Pages</name>
    <message>
        <source>This platform takes no webhooks.</source>
        <translation>Diese Plattform nimmt keine Webhooks an.</translation>
    </message>
    <message>
        <source>Set STRIPE_WEBHOOK_SECRET to the secret of the endpoint.</source>
        <translation>Setzen Sie STRIPE_WEBHOOK_SECRET auf das Geheimnis des Endpunkts.</translation>
    </message>
    <message>
        <source>The signature does not fit, or is too old.</source>
        <translation>Die Signatur passt nicht oder ist zu alt.</translation>
    </message>
    <message>
        <source>Compare STRIPE_WEBHOOK_SECRET with the endpoint&apos;s, and the clock of the platform.</source>
        <translation>Vergleichen Sie STRIPE_WEBHOOK_SECRET mit dem Geheimnis des Endpunkts, und prüfen Sie die Uhr der Plattform.</translation>
    </message>
    <message>
        <source>This is no event of Stripe.</source>
        <translation>Das ist kein Ereignis von Stripe.</translation>
    </message>
    <message>
        <source>Thank you. You can close this page; the shop sees your payment by itself.</source>
        <translation>Vielen Dank. Sie können diese Seite schließen; das Geschäft sieht Ihre Zahlung von selbst.</translation>
    </message>
    <message>
        <source>Payment done</source>
        <translation>Zahlung erledigt</translation>
    </message>
    <message>
        <source>en</source>
        <comment>the language of these texts</comment>
        <translation>de</translation>
    </message>
    <message>
        <source>This payment is paid. You can close this page.</source>
        <translation>Diese Zahlung ist bezahlt. Sie können diese Seite schließen.</translation>
    </message>
    <message>
        <source>This payment was declined. You can close this page.</source>
        <translation>Diese Zahlung wurde abgelehnt. Sie können diese Seite schließen.</translation>
    </message>
    <message>
        <source>This payment was given up. You can close this page.</source>
        <translation>Diese Zahlung wurde abgebrochen. Sie können diese Seite schließen.</translation>
    </message>
    <message>
        <source>This is a simulation: no card is asked for, and nobody is charged.</source>
        <translation>Das ist eine Simulation: Es wird keine Karte verlangt, und niemandem wird etwas abgebucht.</translation>
    </message>
    <message>
        <source>Amount: %1</source>
        <translation>Betrag: %1</translation>
    </message>
    <message>
        <source>Simulated payment</source>
        <translation>Simulierte Zahlung</translation>
    </message>
    <message>
        <source>Pay %1</source>
        <translation>%1 bezahlen</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Nothing of what was sent can be done with this payment.</source>
        <translation>Nichts von dem, was gesendet wurde, geht mit dieser Zahlung.</translation>
    </message>
    <message>
        <source>Send choice=pay, choice=decline or choice=hold, or lose=N.</source>
        <translation>Senden Sie choice=pay, choice=decline oder choice=hold, oder lose=N.</translation>
    </message>
</context>
<context>
    <name>crema::platform::Payments</name>
    <message>
        <source>These options are not known here.</source>
        <translation>Diese Optionen sind hier nicht bekannt.</translation>
    </message>
    <message>
        <source>Use: crema-platform reader list --data DIR</source>
        <translation>Benutzung: crema-platform reader list --data DIR</translation>
    </message>
    <message>
        <source>A register and the name of its card reader are needed.</source>
        <translation>Eine Kasse und der Name ihres Kartenlesers werden gebraucht.</translation>
    </message>
    <message>
        <source>Use: crema-platform reader set MAIN-1 tmr_… --data DIR, or - for none any more.</source>
        <translation>Benutzung: crema-platform reader set MAIN-1 tmr_… --data DIR, oder - für keinen mehr.</translation>
    </message>
    <message>
        <source>No register is called %1.</source>
        <translation>Keine Kasse heißt %1.</translation>
    </message>
    <message>
        <source>crema-platform reader list shows all of them.</source>
        <translation>crema-platform reader list zeigt alle.</translation>
    </message>
    <message>
        <source>No card reader stands beside %1 any more.</source>
        <translation>Neben %1 steht kein Kartenleser mehr.</translation>
    </message>
    <message>
        <source>%1 stands beside %2.</source>
        <translation>%1 steht neben %2.</translation>
    </message>
    <message>
        <source>PAYMENT_PROVIDER is not one that is known.</source>
        <translation>PAYMENT_PROVIDER nennt keinen bekannten Anbieter.</translation>
    </message>
    <message>
        <source>Use stripe, simulated or none, or leave it out.</source>
        <translation>Benutzen Sie stripe, simulated oder none, oder lassen Sie es weg.</translation>
    </message>
    <message>
        <source>PAYMENT_PROVIDER is stripe, and STRIPE_SECRET_KEY is not set.</source>
        <translation>PAYMENT_PROVIDER ist stripe, und STRIPE_SECRET_KEY ist nicht gesetzt.</translation>
    </message>
    <message>
        <source>Take the secret key from Stripe&apos;s dashboard, under Developers, API keys.</source>
        <translation>Nehmen Sie den geheimen Schlüssel aus Stripes Dashboard, unter Entwickler, API-Schlüssel.</translation>
    </message>
    <message>
        <source>STRIPE_SECRET_KEY or STRIPE_WEBHOOK_SECRET is no such key.</source>
        <translation>STRIPE_SECRET_KEY oder STRIPE_WEBHOOK_SECRET ist kein solcher Schlüssel.</translation>
    </message>
    <message>
        <source>A key begins with sk_ or rk_, the secret of a webhook with whsec_.</source>
        <translation>Ein Schlüssel beginnt mit sk_ oder rk_, das Geheimnis eines Webhooks mit whsec_.</translation>
    </message>
    <message>
        <source>STRIPE_API_BASE is not an address that a key may be sent to.</source>
        <translation>STRIPE_API_BASE ist keine Adresse, an die ein Schlüssel gesendet werden darf.</translation>
    </message>
    <message>
        <source>Leave it out; for tests http://127.0.0.1:PORT.</source>
        <translation>Lassen Sie es weg; für Tests http://127.0.0.1:PORT.</translation>
    </message>
    <message>
        <source>CREMA_PUBLIC_URL is not the address of a platform.</source>
        <translation>CREMA_PUBLIC_URL ist nicht die Adresse einer Plattform.</translation>
    </message>
    <message>
        <source>Use one like https://crema.example.org.</source>
        <translation>Benutzen Sie eine wie https://crema.example.org.</translation>
    </message>
    <message>
        <source>Stripe has to know where a customer who has paid is sent to.</source>
        <translation>Stripe muss wissen, wohin ein Kunde nach dem Bezahlen geleitet wird.</translation>
    </message>
    <message>
        <source>Set CREMA_PUBLIC_URL to the address of this platform, such as https://crema.example.org.</source>
        <translation>Setzen Sie CREMA_PUBLIC_URL auf die Adresse dieser Plattform, etwa https://crema.example.org.</translation>
    </message>
    <message>
        <source>Your purchase</source>
        <translation>Ihr Einkauf</translation>
    </message>
</context>
<context>
    <name>crema::platform::ReviewWords</name>
    <message>
        <source>Whoever did this has no right to. Look at their role.</source>
        <translation>Wer das getan hat, darf es nicht. Sehen Sie sich die Rolle an.</translation>
    </message>
    <message>
        <source>This could not be read. It is kept whole; a manager sets it aside on a device of the location, under Sync.</source>
        <translation>Das war nicht zu lesen. Es ist ganz aufgehoben; die Leitung legt es an einem Gerät des Standorts unter Abgleich beiseite.</translation>
    </message>
    <message>
        <source>The sale came after its shift was closed, so the count of the drawer does not hold it.</source>
        <translation>Der Verkauf kam, nachdem seine Schicht geschlossen war; die Zählung der Kassenlade enthält ihn also nicht.</translation>
    </message>
    <message>
        <source>Another sale has this number: two stores worked as one register for a while. Both are kept.</source>
        <translation>Ein anderer Verkauf hat diese Nummer: Zwei Datenspeicher arbeiteten eine Zeit lang als eine Kasse. Beide sind da.</translation>
    </message>
    <message>
        <source>The sale is in another currency than its shift.</source>
        <translation>Der Verkauf hat eine andere Währung als seine Schicht.</translation>
    </message>
    <message>
        <source>The shift was closed twice. The first count stands.</source>
        <translation>Die Schicht wurde zweimal geschlossen. Die erste Zählung gilt.</translation>
    </message>
    <message>
        <source>The register opened a shift while another one was open.</source>
        <translation>Die Kasse hat eine Schicht eröffnet, während eine andere offen war.</translation>
    </message>
    <message>
        <source>The device expected another sum in the drawer than the platform does. Sales of it may still be on the way.</source>
        <translation>Das Gerät hat einen anderen Betrag in der Kassenlade erwartet als die Plattform. Verkäufe von ihm können noch unterwegs sein.</translation>
    </message>
    <message>
        <source>A shift was closed that is not known here.</source>
        <translation>Eine Schicht wurde geschlossen, die hier nicht bekannt ist.</translation>
    </message>
    <message>
        <source>Stock was moved of an article that is not known here.</source>
        <translation>Bestand eines Artikels wurde bewegt, der hier nicht bekannt ist.</translation>
    </message>
    <message>
        <source>A figure of this sale is not what its parts come to (%1). It is kept as it was rung up.</source>
        <translation>Ein Betrag dieses Verkaufs ist nicht die Summe seiner Teile (%1). Er bleibt, wie er gebucht wurde.</translation>
    </message>
    <message>
        <source>The shift of this sale was not known here when it came. If it came later, it holds the sale.</source>
        <translation>Die Schicht dieses Verkaufs war hier nicht bekannt, als er kam. Kam sie später, enthält sie ihn.</translation>
    </message>
    <message>
        <source>An article was sold that is not known here. Its stock was moved all the same.</source>
        <translation>Ein Artikel wurde verkauft, der hier nicht bekannt ist. Sein Bestand hat sich trotzdem bewegt.</translation>
    </message>
    <message>
        <source>More was taken off than whoever sold may give, and nobody approved it who may. Ask them why.</source>
        <translation>Es wurde mehr nachgelassen, als die verkaufende Person darf, und niemand mit dem Recht dazu hat es freigegeben. Fragen Sie nach dem Grund.</translation>
    </message>
    <message>
        <source>More was paid back than whoever did it may, and nobody approved it who may. Ask them why.</source>
        <translation>Es wurde mehr erstattet, als die Person darf, und niemand hat es freigegeben, der es darf. Fragen Sie nach.</translation>
    </message>
    <message>
        <source>More came back than was sold: two registers may have taken it back before either heard of the other. Stock and cash are as it happened. Look at both receipts.</source>
        <translation>Es kam mehr zurück, als verkauft wurde: Zwei Kassen haben es vielleicht zurückgenommen, bevor sie voneinander wussten. Bestand und Bargeld sind, wie es geschah. Sehen Sie sich beide Belege an.</translation>
    </message>
    <message>
        <source>Something came back of a sale that was not known here when it came. If the sale came later, look at it.</source>
        <translation>Es kam etwas von einem Verkauf zurück, der hier noch nicht bekannt war. Kam der Verkauf später, sehen Sie ihn sich an.</translation>
    </message>
    <message>
        <source>Cash was moved after the shift was closed, so the count of the drawer does not hold it.</source>
        <translation>Bargeld wurde bewegt, nachdem die Schicht geschlossen war; die Zählung der Lade enthält es deshalb nicht.</translation>
    </message>
    <message>
        <source>Cash was moved in another currency than that of the shift.</source>
        <translation>Bargeld wurde in einer anderen Währung als der der Schicht bewegt.</translation>
    </message>
    <message>
        <source>The shift in which cash was moved was not known here when this came. If it came later, it holds it.</source>
        <translation>Die Schicht, in der Bargeld bewegt wurde, war hier nicht bekannt, als dies ankam. Kam sie später, enthält sie es.</translation>
    </message>
    <message>
        <source>The count was further from what was expected than the shop accepts, and nobody approved it who may. Ask them why.</source>
        <translation>Die Zählung wich stärker vom Erwarteten ab, als das Geschäft zulässt, und niemand hat es genehmigt, der es darf. Fragen Sie nach dem Grund.</translation>
    </message>
    <message>
        <source>The Z of the shift says something else than what arrived of it. Sales of it may still be on the way.</source>
        <translation>Der Z-Bericht der Schicht sagt etwas anderes, als von ihr angekommen ist. Verkäufe davon können noch unterwegs sein.</translation>
    </message>
    <message>
        <source>A gift card was used that is blocked: the register had not heard of it. What happened counts. Look at who showed the card.</source>
        <translation>Eine gesperrte Gutscheinkarte wurde benutzt: Die Kasse wusste es nicht. Was geschah, zählt. Sehen Sie nach, wer die Karte gezeigt hat.</translation>
    </message>
    <message>
        <source>A gift card paid after its last day. What happened counts.</source>
        <translation>Eine Gutscheinkarte zahlte nach ihrem letzten Tag. Was geschah, zählt.</translation>
    </message>
    <message>
        <source>A gift card was used in another currency than its own. Its balance was left; adjust it.</source>
        <translation>Eine Gutscheinkarte wurde in einer anderen Währung benutzt. Ihr Guthaben blieb; passen Sie es an.</translation>
    </message>
    <message>
        <source>More was paid with a gift card than was on it: two registers may have taken it before either heard of the other. The balance is below zero; the cash is right.</source>
        <translation>Mit einer Gutscheinkarte wurde mehr bezahlt, als darauf war: Zwei Kassen können sie genommen haben, bevor sie voneinander hörten. Das Guthaben ist unter null; das Bargeld stimmt.</translation>
    </message>
    <message>
        <source>A gift card was used that is not known here. What it moved is kept; if the card comes later, it has it.</source>
        <translation>Eine Gutscheinkarte wurde benutzt, die hier nicht bekannt ist. Was sie bewegte, bleibt; kommt die Karte später, hat sie es.</translation>
    </message>
    <message>
        <source>Two registers went on with the same parked sale before either heard of the other. Look whether both sold it.</source>
        <translation>Zwei Kassen haben denselben geparkten Verkauf fortgesetzt, bevor eine von der anderen erfuhr. Sehen Sie nach, ob beide ihn verkauft haben.</translation>
    </message>
    <message>
        <source>A promotion was given that is not known here, is switched off, or holds at other places, on other days, for others or with another coupon. The till may not have heard of a change yet.</source>
        <translation>Eine Aktion wurde gewährt, die hier nicht bekannt oder abgeschaltet ist oder an anderen Orten, an anderen Tagen, für andere oder mit einem anderen Gutscheincode gilt. Die Kasse kann von einer Änderung noch nicht gehört haben.</translation>
    </message>
</context>
<context>
    <name>crema::platform::Routes</name>
    <message>
        <source>Nothing here has this id.</source>
        <translation>Nichts hat hier diese Kennung.</translation>
    </message>
    <message>
        <source>Look it up in the list again.</source>
        <translation>Suchen Sie es noch einmal in der Liste.</translation>
    </message>
    <message>
        <source>A value of the request cannot be read.</source>
        <translation>Ein Wert der Anfrage ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Send cursors as they came.</source>
        <translation>Senden Sie Positionen so zurück, wie sie kamen.</translation>
    </message>
</context>
<context>
    <name>crema::platform::SessionVerbs</name>
    <message numerus="yes">
        <source>%n session(s) ended; it takes some seconds until all notice.</source>
        <translation>
            <numerusform>%n Sitzung beendet; bis alle es merken, dauert es einige Sekunden.</numerusform>
            <numerusform>%n Sitzungen beendet; bis alle es merken, dauert es einige Sekunden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crema::platform::Sessions</name>
    <message>
        <source>This session was used from two places, so it was ended.</source>
        <translation>Diese Sitzung wurde von zwei Stellen benutzt und deshalb beendet.</translation>
    </message>
    <message>
        <source>Sign in again, and tell whoever runs the platform.</source>
        <translation>Neu anmelden und der Person Bescheid geben, die die Plattform betreibt.</translation>
    </message>
    <message>
        <source>This session has ended.</source>
        <translation>Diese Sitzung ist beendet.</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>Melden Sie sich neu an.</translation>
    </message>
</context>
<context>
    <name>crema::platform::SignIn</name>
    <message>
        <source>Address and password do not fit together.</source>
        <translation>Adresse und Passwort passen nicht zusammen.</translation>
    </message>
    <message>
        <source>Check both, or ask a manager for a new password.</source>
        <translation>Prüfen Sie beides, oder bitten Sie die Leitung um ein neues Passwort.</translation>
    </message>
    <message>
        <source>There were too many attempts.</source>
        <translation>Es gab zu viele Versuche.</translation>
    </message>
    <message>
        <source>Too many people sign in at this moment.</source>
        <translation>Gerade melden sich zu viele Personen an.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n second(s).</source>
        <translation>
            <numerusform>Versuchen Sie es in %n Sekunde noch einmal.</numerusform>
            <numerusform>Versuchen Sie es in %n Sekunden noch einmal.</numerusform>
        </translation>
    </message>
    <message>
        <source>A code of the authenticator is needed too.</source>
        <translation>Zusätzlich wird ein Code des Authenticators gebraucht.</translation>
    </message>
    <message>
        <source>Type the six digits that it shows now.</source>
        <translation>Die sechs Ziffern eingeben, die er jetzt zeigt.</translation>
    </message>
</context>
<context>
    <name>crema::platform::StoredReference</name>
    <message>
        <source>The database lacks something that it refers to.</source>
        <translation>Der Datenbank fehlt etwas, worauf sie verweist.</translation>
    </message>
    <message>
        <source>Restore the database from a backup.</source>
        <translation>Spielen Sie die Datenbank aus einer Sicherung zurück.</translation>
    </message>
</context>
<context>
    <name>crema::platform::Sync</name>
    <message>
        <source>The change feed began anew and is at epoch %1.</source>
        <translation>Der Änderungsstrom begann neu und ist in Epoche %1.</translation>
    </message>
    <message>
        <source>Start from the beginning of that epoch; the queue stays.</source>
        <translation>Beginnen Sie am Anfang dieser Epoche; die Warteschlange bleibt.</translation>
    </message>
    <message>
        <source>A cursor such as 1.7423.19 is needed.</source>
        <translation>Eine Position wie 1.7423.19 wird gebraucht.</translation>
    </message>
    <message>
        <source>Start from the beginning of the feed&apos;s epoch.</source>
        <translation>Beginnen Sie am Anfang der Epoche des Stroms.</translation>
    </message>
    <message>
        <source>This device has seen changes that the platform does not have.</source>
        <translation>Dieses Gerät hat Änderungen gesehen, die die Plattform nicht hat.</translation>
    </message>
    <message>
        <source>The platform&apos;s database was put back to an older state: run crema-platform feed renew there, then sync again. Nothing is lost on this device.</source>
        <translation>Die Datenbank der Plattform wurde auf einen älteren Stand zurückgesetzt: Führen Sie dort crema-platform feed renew aus und gleichen Sie dann neu ab. Auf diesem Gerät geht nichts verloren.</translation>
    </message>
    <message>
        <source>This device was away for so long that the change feed cannot tell it any more what was deleted meanwhile.</source>
        <translation>Dieses Gerät war so lange weg, dass ihm nicht mehr gesagt werden kann, was inzwischen gelöscht wurde.</translation>
    </message>
    <message>
        <source>Start from a snapshot; the queue stays.</source>
        <translation>Beginnen Sie mit einer Momentaufnahme; die Warteschlange bleibt.</translation>
    </message>
    <message>
        <source>Ask with the one up to which changes were read.</source>
        <translation>Fragen Sie mit dem, bis zu dem Änderungen gelesen wurden.</translation>
    </message>
</context>
<context>
    <name>crema::platform::UserOptions</name>
    <message>
        <source>Use: crema-platform %1</source>
        <translation>Verwendung: crema-platform %1</translation>
    </message>
    <message>
        <source>These options are not known here.</source>
        <translation>Diese Optionen sind hier nicht bekannt.</translation>
    </message>
    <message>
        <source>An e-mail address is missing.</source>
        <translation>Eine E-Mail-Adresse fehlt.</translation>
    </message>
    <message>
        <source>A role is missing.</source>
        <translation>Eine Rolle fehlt.</translation>
    </message>
</context>
<context>
    <name>crema::platform::Valkey</name>
    <message>
        <source>Use redis://USER:PASSWORD@HOST:6379/0 or unix:///PATH.</source>
        <translation>Verwenden Sie redis://USER:PASSWORT@HOST:6379/0 oder unix:///PFAD.</translation>
    </message>
    <message>
        <source>VALKEY_URL is not the address of a Valkey or Redis server.</source>
        <translation>VALKEY_URL ist keine Adresse eines Servers von Valkey oder Redis.</translation>
    </message>
    <message>
        <source>The platform speaks to Valkey without TLS only: put it on this machine, into the private network, or behind a tunnel.</source>
        <translation>Die Plattform spricht mit Valkey nur ohne TLS: Stellen Sie es auf diesen Rechner, ins private Netz oder hinter einen Tunnel.</translation>
    </message>
</context>
<context>
    <name>crema::presenters::AmountText</name>
    <message>
        <source>&quot;%1&quot; is not an amount.</source>
        <translation>„%1“ ist kein Betrag.</translation>
    </message>
    <message>
        <source>Write it in minor units, digits only: 12.90 EUR is 1290.</source>
        <translation>Schreiben Sie ihn in kleinsten Einheiten, nur Ziffern: 12,90 EUR ist 1290.</translation>
    </message>
    <message>
        <source>Write digits with one decimal mark, for example 12.90.</source>
        <translation>Schreiben Sie Ziffern mit einem Dezimalzeichen, zum Beispiel 12.90.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has more decimals than %2 counts.</source>
        <translation>„%1“ hat mehr Nachkommastellen, als %2 zählt.</translation>
    </message>
    <message numerus="yes">
        <source>Round it to %n decimal(s).</source>
        <translation>
            <numerusform>Runden Sie auf %n Nachkommastelle.</numerusform>
            <numerusform>Runden Sie auf %n Nachkommastellen.</numerusform>
        </translation>
    </message>
    <message>
        <source>&quot;%1&quot; is too large an amount.</source>
        <translation>„%1“ ist ein zu großer Betrag.</translation>
    </message>
    <message>
        <source>Check for digits too many.</source>
        <translation>Achten Sie auf überzählige Ziffern.</translation>
    </message>
</context>
<context>
    <name>crema::presenters::CartsPresenter</name>
    <message>
        <source>No sale is parked as “%1”.</source>
        <translation>Kein Verkauf ist als „%1“ geparkt.</translation>
    </message>
    <message>
        <source>crema cart list shows what is parked; name it, or give its id.</source>
        <translation>crema cart list zeigt, was geparkt ist; nennen Sie den Namen oder die Kennung.</translation>
    </message>
    <message>
        <source>Several sales are parked as “%1”.</source>
        <translation>Mehrere Verkäufe sind als „%1“ geparkt.</translation>
    </message>
    <message>
        <source>Give the id that crema cart list shows with --json.</source>
        <translation>Geben Sie die Kennung an, die crema cart list mit --json zeigt.</translation>
    </message>
    <message>
        <source>An item that is no longer in the catalog</source>
        <translation>Ein Artikel, der nicht mehr im Katalog steht</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>quantity, item</comment>
        <translation>%1 × %2</translation>
    </message>
</context>
<context>
    <name>crema::presenters::CsvReader</name>
    <message>
        <source>Field %1 has a quote inside, and is not in quotes as a whole.</source>
        <translation>Feld %1 enthält ein Anführungszeichen und steht nicht als Ganzes in Anführungszeichen.</translation>
    </message>
    <message>
        <source>Put the field in quotes and double the quotes inside it.</source>
        <translation>Setzen Sie das Feld in Anführungszeichen und verdoppeln Sie die Anführungszeichen darin.</translation>
    </message>
    <message>
        <source>Field %1 goes on behind its closing quote.</source>
        <translation>Feld %1 geht hinter seinem schließenden Anführungszeichen weiter.</translation>
    </message>
    <message>
        <source>Double the quotes that belong to the text.</source>
        <translation>Verdoppeln Sie die Anführungszeichen, die zum Text gehören.</translation>
    </message>
    <message>
        <source>Field %1 has a carriage return that ends no line.</source>
        <translation>Feld %1 enthält einen Wagenrücklauf, der keine Zeile beendet.</translation>
    </message>
    <message>
        <source>Save the file with line ends as Windows or Linux write them.</source>
        <translation>Speichern Sie die Datei mit Zeilenenden, wie Windows oder Linux sie schreiben.</translation>
    </message>
    <message>
        <source>The quote that opens field %1 is never closed.</source>
        <translation>Das Anführungszeichen, das Feld %1 öffnet, wird nie geschlossen.</translation>
    </message>
    <message>
        <source>Close it, or take it out.</source>
        <translation>Schließen Sie es, oder nehmen Sie es heraus.</translation>
    </message>
    <message>
        <source>This record is longer than %1 bytes.</source>
        <translation>Dieser Datensatz ist länger als %1 Byte.</translation>
    </message>
    <message>
        <source>Look for a quote that is opened and never closed.</source>
        <translation>Suchen Sie ein Anführungszeichen, das geöffnet und nie geschlossen wird.</translation>
    </message>
    <message>
        <source>Field %1 holds a zero byte.</source>
        <translation>Feld %1 enthält ein Nullbyte.</translation>
    </message>
    <message>
        <source>Save the file as UTF-8 text.</source>
        <translation>Speichern Sie die Datei als UTF-8-Text.</translation>
    </message>
    <message>
        <source>Field %1 is longer than %2 bytes.</source>
        <translation>Feld %1 ist länger als %2 Byte.</translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation>Kürzen Sie es.</translation>
    </message>
    <message>
        <source>The record has more than %1 fields.</source>
        <translation>Der Datensatz hat mehr als %1 Felder.</translation>
    </message>
    <message>
        <source>Check what separates the fields.</source>
        <translation>Prüfen Sie, was die Felder trennt.</translation>
    </message>
    <message>
        <source>Field %1 is not UTF-8 text.</source>
        <translation>Feld %1 ist kein UTF-8-Text.</translation>
    </message>
    <message>
        <source>Save the file as UTF-8.</source>
        <translation>Speichern Sie die Datei als UTF-8.</translation>
    </message>
</context>
<context>
    <name>crema::presenters::CustomersPresenter</name>
    <message>
        <source>A customer has no field &quot;%1&quot; to change.</source>
        <translation>Ein Kunde hat kein Feld „%1“ zum Ändern.</translation>
    </message>
    <message>
        <source>It has: %1.</source>
        <translation>Es hat: %1.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a change.</source>
        <translation>„%1“ ist keine Änderung.</translation>
    </message>
    <message>
        <source>Write FIELD=VALUE, for example phone=0123456.</source>
        <translation>Schreiben Sie FELD=WERT, zum Beispiel phone=0123456.</translation>
    </message>
    <message>
        <source>archived is yes or no, not &quot;%1&quot;.</source>
        <translation>archived ist yes oder no, nicht „%1“.</translation>
    </message>
    <message>
        <source>Write archived=yes.</source>
        <translation>Schreiben Sie archived=yes.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the id of a customer.</source>
        <translation>„%1“ ist keine Kundenkennung.</translation>
    </message>
    <message>
        <source>Run &quot;crema customer list&quot;: the id stands in the last column.</source>
        <translation>Führen Sie „crema customer list“ aus: Die Kennung steht in der letzten Spalte.</translation>
    </message>
    <message>
        <source>marketing is given, withdrawn or unknown, not &quot;%1&quot;.</source>
        <translation>marketing ist given, withdrawn oder unknown, nicht „%1“.</translation>
    </message>
    <message>
        <source>Write marketing=given, or how they said so as well: marketing=given:by_phone.</source>
        <translation>Schreiben Sie marketing=given, oder auch, wie es gesagt wurde: marketing=given:by_phone.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the id of a price list.</source>
        <translation>„%1“ ist nicht die Id einer Preisliste.</translation>
    </message>
    <message>
        <source>Run &quot;crema price list&quot; to see them.</source>
        <translation>„crema price list“ zeigt sie.</translation>
    </message>
</context>
<context>
    <name>crema::presenters::DevicePresenter</name>
    <message>
        <source>&quot;%1&quot; is not the address of a platform.</source>
        <translation>„%1“ ist nicht die Adresse einer Plattform.</translation>
    </message>
    <message>
        <source>Write it as https://HOST or http://HOST:PORT.</source>
        <translation>Schreiben Sie sie als https://RECHNER oder http://RECHNER:PORT.</translation>
    </message>
    <message>
        <source>What stands behind # in &quot;%1&quot; is not the pin of a certificate.</source>
        <translation>Was in „%1“ hinter # steht, ist kein Pin eines Zertifikats.</translation>
    </message>
    <message>
        <source>Write it as https://HOST:PORT#sha256=…, as crema-platform certificate show prints it.</source>
        <translation>Schreiben Sie https://HOST:PORT#sha256=…, wie es crema-platform certificate show nennt.</translation>
    </message>
    <message>
        <source>No device is called &quot;%1&quot;.</source>
        <translation>Kein Gerät heißt „%1“.</translation>
    </message>
    <message>
        <source>Run: crema device list</source>
        <translation>Führen Sie aus: crema device list</translation>
    </message>
    <message>
        <source>&quot;%1&quot; fits %2 devices.</source>
        <translation>„%1“ passt auf %2 Geräte.</translation>
    </message>
    <message>
        <source>Use the id of one: crema device list --json</source>
        <translation>Nehmen Sie die Kennung von einem: crema device list --json</translation>
    </message>
    <message>
        <source>There is no location &quot;%1&quot;.</source>
        <translation>Es gibt keinen Standort „%1“.</translation>
    </message>
    <message>
        <source>Use the code of a shop or warehouse.</source>
        <translation>Verwenden Sie den Code eines Ladens oder Lagers.</translation>
    </message>
</context>
<context>
    <name>crema::presenters::DiagnosisPresenter</name>
    <message>
        <source>The store lies on a network file system, which does not keep its promises.</source>
        <translation>Der Speicher liegt auf einem Netzlaufwerk, das seine Zusagen nicht hält.</translation>
    </message>
    <message>
        <source>Move it to a disk of this machine and set CREMA_STORE to its new place.</source>
        <translation>Legen Sie ihn auf einen Datenträger dieses Rechners und setzen Sie CREMA_STORE auf den neuen Ort.</translation>
    </message>
    <message>
        <source>How much room the disk has could not be found out.</source>
        <translation>Wie viel Platz der Datenträger hat, war nicht herauszufinden.</translation>
    </message>
    <message>
        <source>The disk of the store has only %1 left.</source>
        <translation>Der Datenträger des Speichers hat nur noch %1 frei.</translation>
    </message>
    <message>
        <source>Make room before you sell: a sale that cannot be written cannot be taken.</source>
        <translation>Schaffen Sie Platz, bevor Sie verkaufen: Ein Verkauf, der nicht gespeichert werden kann, kann nicht angenommen werden.</translation>
    </message>
    <message>
        <source>The disk of the store has %1 left.</source>
        <translation>Der Datenträger des Speichers hat noch %1 frei.</translation>
    </message>
    <message>
        <source>This device is not enrolled at a platform.</source>
        <translation>Dieses Gerät ist an keiner Plattform registriert.</translation>
    </message>
    <message>
        <source>Run: crema device enroll --platform URL --code CODE</source>
        <translation>Führen Sie aus: crema device enroll --platform URL --code CODE</translation>
    </message>
    <message>
        <source>%1 does not answer: %2</source>
        <translation>%1 antwortet nicht: %2</translation>
    </message>
    <message>
        <source>Selling goes on. Check the network cable, Wi-Fi and the address.</source>
        <translation>Der Verkauf geht weiter. Prüfen Sie Netzkabel, WLAN und Adresse.</translation>
    </message>
    <message>
        <source>%1 answers with status %2.</source>
        <translation>%1 antwortet mit Status %2.</translation>
    </message>
    <message>
        <source>Ask whoever runs the platform; a login page of a network in between also answers so.</source>
        <translation>Fragen Sie, wer die Plattform betreibt; auch die Anmeldeseite eines Netzes dazwischen antwortet so.</translation>
    </message>
    <message>
        <source>%1 answers.</source>
        <translation>%1 antwortet.</translation>
    </message>
    <message>
        <source>The clock was never compared with the platform&apos;s.</source>
        <translation>Die Uhr wurde nie mit der der Plattform verglichen.</translation>
    </message>
    <message>
        <source>Run: crema sync run</source>
        <translation>Führen Sie aus: crema sync run</translation>
    </message>
    <message>
        <source>The clock agrees with the platform&apos;s.</source>
        <translation>Die Uhr stimmt mit der der Plattform überein.</translation>
    </message>
    <message numerus="yes">
        <source>The clock is %n second(s) away from the platform&apos;s.</source>
        <translation>
            <numerusform>Die Uhr weicht um %n Sekunde von der der Plattform ab.</numerusform>
            <numerusform>Die Uhr weicht um %n Sekunden von der der Plattform ab.</numerusform>
        </translation>
    </message>
    <message>
        <source>Turn on network time: timedatectl set-ntp true</source>
        <translation>Schalten Sie die Netzwerkzeit ein: timedatectl set-ntp true</translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s) need attention.</source>
        <translation>
            <numerusform>%n Vorgang braucht Aufmerksamkeit.</numerusform>
            <numerusform>%n Vorgänge brauchen Aufmerksamkeit.</numerusform>
        </translation>
    </message>
    <message>
        <source>Run: crema sync list --attention</source>
        <translation>Führen Sie aus: crema sync list --attention</translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s) wait for the platform.</source>
        <translation>
            <numerusform>%n Vorgang wartet auf die Plattform.</numerusform>
            <numerusform>%n Vorgänge warten auf die Plattform.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits for the platform.</source>
        <translation>Nichts wartet auf die Plattform.</translation>
    </message>
    <message>
        <source>The owner works on this device until it is enrolled.</source>
        <translation>Der Eigentümer arbeitet an diesem Gerät, bis es registriert ist.</translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation>Niemand ist angemeldet.</translation>
    </message>
    <message>
        <source>Run: crema user login EMAIL</source>
        <translation>Führen Sie aus: crema user login EMAIL</translation>
    </message>
    <message>
        <source>%1 is signed in.</source>
        <translation>%1 ist angemeldet.</translation>
    </message>
    <message>
        <source>The folder of the store, %1, cannot be written: nothing can be sold.</source>
        <translation>In den Ordner des Speichers, %1, kann nicht geschrieben werden: Es lässt sich nichts verkaufen.</translation>
    </message>
    <message>
        <source>Give the user of the till the right to write there, and look whether the disk is mounted for reading only.</source>
        <translation>Geben Sie dem Benutzer der Kasse dort Schreibrecht, und sehen Sie nach, ob der Datenträger nur zum Lesen eingehängt ist.</translation>
    </message>
    <message>
        <source>The clock could not be compared now; it agreed with the platform&apos;s at the last contact, %1.</source>
        <translation>Die Uhr ließ sich jetzt nicht vergleichen; beim letzten Kontakt, %1, stimmte sie mit der Plattform überein.</translation>
    </message>
</context>
<context>
    <name>crema::presenters::FilterWords</name>
    <message>
        <source>“%1” filters nothing.</source>
        <translation>„%1“ filtert nichts.</translation>
    </message>
</context>
<context>
    <name>crema::presenters::GiftCardsPresenter</name>
    <message>
        <source>No gift card that is known here ends in %1.</source>
        <translation>Keine hier bekannte Gutscheinkarte endet auf %1.</translation>
    </message>
    <message>
        <source>Fetch the latest changes, or type the whole code.</source>
        <translation>Holen Sie die neuesten Änderungen, oder tippen Sie den ganzen Code.</translation>
    </message>
    <message>
        <source>%1 gift cards end in %2.</source>
        <translation>%1 Gutscheinkarten enden auf %2.</translation>
    </message>
    <message>
        <source>Type the whole code, or the id of the card.</source>
        <translation>Tippen Sie den ganzen Code oder die Id der Karte.</translation>
    </message>
</context>
<context>
    <name>crema::presenters::ImportRowReader</name>
    <message>
        <source>Barcode &quot;%1&quot; has %2 digits; a GTIN has 8, 12, 13 or 14.</source>
        <translation>Barcode „%1“ hat %2 Ziffern; eine GTIN hat 8, 12, 13 oder 14.</translation>
    </message>
    <message>
        <source>Scan the product again, or put a code of your own in the column sku.</source>
        <translation>Scannen Sie die Ware noch einmal, oder setzen Sie einen eigenen Code in die Spalte sku.</translation>
    </message>
</context>
<context>
    <name>crema::presenters::LogFiles</name>
    <message>
        <source>The logs cannot be copied to %1.</source>
        <translation>Die Protokolle können nicht nach %1 kopiert werden.</translation>
    </message>
    <message>
        <source>Choose a folder that you may write and that has room.</source>
        <translation>Wählen Sie einen Ordner, in den Sie schreiben dürfen und der Platz hat.</translation>
    </message>
</context>
<context>
    <name>crema::presenters::PeoplePresenter</name>
    <message>
        <source>Nobody here is called &quot;%1&quot;.</source>
        <translation>Hier heißt niemand „%1“.</translation>
    </message>
    <message>
        <source>Run &quot;crema user list&quot; to see who works here.</source>
        <translation>„crema user list“ zeigt, wer hier arbeitet.</translation>
    </message>
    <message>
        <source>More than one person fits &quot;%1&quot;.</source>
        <translation>Mehr als eine Person passt zu „%1“.</translation>
    </message>
    <message>
        <source>Write more of the name or the e-mail address.</source>
        <translation>Schreiben Sie mehr vom Namen oder von der E-Mail-Adresse.</translation>
    </message>
</context>
<context>
    <name>crema::presenters::PersonsPresenter</name>
    <message>
        <source>There is no role &quot;%1&quot;.</source>
        <translation>Es gibt keine Rolle „%1“.</translation>
    </message>
    <message>
        <source>Roles are: %1.</source>
        <translation>Rollen sind: %1.</translation>
    </message>
    <message>
        <source>There is no location &quot;%1&quot;.</source>
        <translation>Es gibt keinen Standort „%1“.</translation>
    </message>
    <message>
        <source>Write everywhere, or some of: %1.</source>
        <translation>Schreiben Sie everywhere, oder einige von: %1.</translation>
    </message>
    <message>
        <source>A place is missing.</source>
        <translation>Ein Ort fehlt.</translation>
    </message>
    <message>
        <source>Write everywhere, or the code of a location.</source>
        <translation>Schreiben Sie everywhere, oder den Code eines Standorts.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a change.</source>
        <translation>„%1“ ist keine Änderung.</translation>
    </message>
    <message>
        <source>Write FIELD=VALUE, for example role=barista.</source>
        <translation>Schreiben Sie FELD=WERT, zum Beispiel role=barista.</translation>
    </message>
    <message>
        <source>A person has no field &quot;%1&quot; to change.</source>
        <translation>Eine Person hat kein Feld „%1“ zum Ändern.</translation>
    </message>
    <message>
        <source>It has: %1.</source>
        <translation>Sie hat: %1.</translation>
    </message>
</context>
<context>
    <name>crema::presenters::ProductChanges</name>
    <message>
        <source>&quot;%1&quot; is not a change.</source>
        <translation>„%1“ ist keine Änderung.</translation>
    </message>
    <message>
        <source>Write FIELD=VALUE, for example price=1290.</source>
        <translation>Schreiben Sie FELD=WERT, zum Beispiel price=1290.</translation>
    </message>
    <message>
        <source>%1 is yes or no, not &quot;%2&quot;.</source>
        <translation>%1 ist yes oder no, nicht „%2“.</translation>
    </message>
    <message>
        <source>Write %1=yes.</source>
        <translation>Schreiben Sie %1=yes.</translation>
    </message>
    <message>
        <source>%1 holds one value; += and -= are for barcode and category.</source>
        <translation>%1 hat einen einzigen Wert; += und -= gelten für barcode und category.</translation>
    </message>
    <message>
        <source>Write %1=VALUE.</source>
        <translation>Schreiben Sie %1=WERT.</translation>
    </message>
    <message>
        <source>A product has no field &quot;%1&quot; to change.</source>
        <translation>Ein Produkt hat kein Feld „%1“ zum Ändern.</translation>
    </message>
    <message>
        <source>It has: %1.</source>
        <translation>Es hat: %1.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a price for a quantity.</source>
        <translation>„%1“ ist kein Preis für eine Menge.</translation>
    </message>
    <message>
        <source>Write MINOR/QUANTITY: 24.90 for 1000 g is 2490/1000.</source>
        <translation>Schreiben Sie BETRAG/MENGE: 24,90 für 1000 g ist 2490/1000.</translation>
    </message>
    <message>
        <source>There is no category &quot;%1&quot;.</source>
        <translation>Es gibt keine Kategorie „%1“.</translation>
    </message>
    <message>
        <source>There are: %1.</source>
        <translation>Es gibt: %1.</translation>
    </message>
    <message>
        <source>There are no categories yet; leave the category out.</source>
        <translation>Es gibt noch keine Kategorien; lassen Sie die Kategorie weg.</translation>
    </message>
</context>
<context>
    <name>crema::presenters::ProductImportPresenter</name>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>Its first line names the columns, for example: barcode,name,price.</source>
        <translation>Ihre erste Zeile nennt die Spalten, zum Beispiel: barcode,name,price.</translation>
    </message>
    <message>
        <source>Take the column of costs out of the file, or let somebody import it who sees costs.</source>
        <translation>Nehmen Sie die Spalte mit den Kosten aus der Datei, oder lassen Sie sie von jemandem einlesen, der Kosten sieht.</translation>
    </message>
</context>
<context>
    <name>crema::presenters::PromotionsPresenter</name>
    <message>
        <source>No promotion is called &quot;%1&quot;.</source>
        <translation>Keine Aktion heißt „%1“.</translation>
    </message>
    <message>
        <source>Run &quot;crema promotion list&quot; to see them.</source>
        <translation>„crema promotion list“ zeigt sie.</translation>
    </message>
    <message>
        <source>More than one promotion fits &quot;%1&quot;.</source>
        <translation>Mehr als eine Aktion passt auf „%1“.</translation>
    </message>
    <message>
        <source>Write more of the name, or the id from &quot;crema promotion list&quot;.</source>
        <translation>Schreiben Sie mehr vom Namen oder die Id aus „crema promotion list“.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no coupon code.</source>
        <translation>„%1“ ist kein Gutscheincode.</translation>
    </message>
    <message>
        <source>A code has 3 to 40 letters, digits and dashes.</source>
        <translation>Ein Code hat 3 bis 40 Buchstaben, Ziffern und Striche.</translation>
    </message>
</context>
<context>
    <name>crema::presenters::ReturnWords</name>
    <message>
        <source>All of %1 came back already.</source>
        <translation>Von %1 ist schon alles zurückgekommen.</translation>
    </message>
    <message>
        <source>Look at the earlier returns: crema sale list.</source>
        <translation>Sehen Sie sich die früheren Rückgaben an: crema sale list.</translation>
    </message>
    <message>
        <source>The receipt %1 has no line %2.</source>
        <translation>Der Beleg %1 hat keine Position %2.</translation>
    </message>
    <message>
        <source>It has %1. Lines count from 1.</source>
        <translation>Er hat %1. Positionen zählen ab 1.</translation>
    </message>
    <message>
        <source>The fee is more than %1, which is what it had cost.</source>
        <translation>Die Gebühr ist mehr als %1, so viel hatte es gekostet.</translation>
    </message>
    <message>
        <source>Keep less, or nothing.</source>
        <translation>Behalten Sie weniger ein oder nichts.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names no line of a receipt.</source>
        <translation>„%1“ nennt keine Position eines Belegs.</translation>
    </message>
    <message>
        <source>Write LINE or LINE*QUANTITY: 2*3 is three of the second line.</source>
        <translation>Schreiben Sie LINE oder LINE*QUANTITY: 2*3 sind drei der zweiten Position.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no price to credit.</source>
        <translation>„%1“ ist kein Preis zum Gutschreiben.</translation>
    </message>
    <message>
        <source>Write CODE*QUANTITY:MINOR with the price of one in minor units: 4.50 is 450.</source>
        <translation>Schreiben Sie CODE*MENGE:MINOR mit dem Preis für eines in kleinsten Einheiten: 4,50 ist 450.</translation>
    </message>
</context>
<context>
    <name>crema::presenters::RolesPresenter</name>
    <message>
        <source>No role of your own is called &quot;%1&quot;.</source>
        <translation>Keine eigene Rolle heißt „%1“.</translation>
    </message>
    <message>
        <source>Run &quot;crema role list&quot; to see them.</source>
        <translation>„crema role list“ zeigt sie.</translation>
    </message>
    <message>
        <source>More than one role fits &quot;%1&quot;.</source>
        <translation>Mehr als eine Rolle passt zu „%1“.</translation>
    </message>
    <message>
        <source>Write more of the name, or the id from &quot;crema role list&quot;.</source>
        <translation>Schreiben Sie mehr vom Namen oder die Kennung aus „crema role list“.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not how somebody stands to a right.</source>
        <translation>„%1“ sagt nicht, wie jemand zu einem Recht steht.</translation>
    </message>
    <message>
        <source>Write allow, approval or deny.</source>
        <translation>Schreiben Sie allow, approval oder deny.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no share of a sale.</source>
        <translation>„%1“ ist kein Anteil eines Verkaufs.</translation>
    </message>
    <message>
        <source>Write a percentage from 0 to 100, for example 12.5.</source>
        <translation>Schreiben Sie einen Prozentsatz von 0 bis 100, zum Beispiel 12.5.</translation>
    </message>
    <message>
        <source>There is no role &quot;%1&quot;.</source>
        <translation>Eine Rolle „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>Write a built-in role such as barista, or the name of one of your own.</source>
        <translation>Schreiben Sie eine eingebaute Rolle wie barista oder den Namen einer eigenen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a change.</source>
        <translation>„%1“ ist keine Änderung.</translation>
    </message>
    <message>
        <source>Write FIELD=VALUE, for example prices.edit=approval.</source>
        <translation>Schreiben Sie FELD=WERT, zum Beispiel prices.edit=approval.</translation>
    </message>
    <message>
        <source>A role has no field &quot;%1&quot; to change.</source>
        <translation>Eine Rolle hat kein Feld „%1“, das man ändern kann.</translation>
    </message>
    <message>
        <source>It has: name, discount, %1.</source>
        <translation>Sie hat: name, discount, %1.</translation>
    </message>
</context>
<context>
    <name>crema::presenters::SaleWords</name>
    <message>
        <source>The line &quot;%1&quot; names no product.</source>
        <translation>Die Zeile „%1“ nennt kein Produkt.</translation>
    </message>
    <message>
        <source>Write CODE or CODE*QUANTITY; a code is a SKU, a barcode or an id.</source>
        <translation>Schreiben Sie CODE oder CODE*MENGE; ein Code ist eine SKU, ein Barcode oder eine Kennung.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no quantity that can be sold.</source>
        <translation>„%1“ ist keine Menge, die sich verkaufen lässt.</translation>
    </message>
    <message>
        <source>Write a whole number of pieces or grams from 1 to %1.</source>
        <translation>Schreiben Sie eine ganze Zahl von Stück oder Gramm, von 1 bis %1.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a tender.</source>
        <translation>„%1“ ist keine Zahlung.</translation>
    </message>
    <message>
        <source>Write METHOD:MINOR: 20.00 EUR in cash is cash:2000.</source>
        <translation>Schreiben Sie ART:BETRAG: 20,00 EUR in bar ist cash:2000.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a way to pay.</source>
        <translation>„%1“ ist keine Zahlungsart.</translation>
    </message>
    <message>
        <source>It is one of: %1.</source>
        <translation>Es gibt: %1.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an amount to pay with.</source>
        <translation>„%1“ ist kein Betrag zum Zahlen.</translation>
    </message>
    <message>
        <source>Write it in minor units, digits only: 20.00 EUR is 2000.</source>
        <translation>Schreiben Sie ihn in kleinsten Einheiten, nur Ziffern: 20,00 EUR ist 2000.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a discount.</source>
        <translation>„%1“ ist kein Rabatt.</translation>
    </message>
    <message>
        <source>Write LINE:PERCENT% or LINE:MINOR, with cart for the whole sale: 2:10%:Damaged.</source>
        <translation>Schreiben Sie LINE:PERCENT% oder LINE:MINOR, mit cart für den ganzen Verkauf: 2:10%:Beschädigt.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a tip.</source>
        <translation>„%1“ ist kein Trinkgeld.</translation>
    </message>
    <message>
        <source>Write it in minor units, digits only: 2.00 EUR is tip=200.</source>
        <translation>Schreiben Sie es in kleinster Einheit, nur Ziffern: 2,00 EUR ist tip=200.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be noted with this payment.</source>
        <translation>„%1“ lässt sich bei dieser Zahlung nicht notieren.</translation>
    </message>
    <message>
        <source>Behind the amount may stand tip=MINOR, for a card brand=… and reference=…, for a gift card card=… .</source>
        <translation>Hinter dem Betrag kann tip=MINOR stehen, bei einer Karte brand=… und reference=…, bei einer Gutscheinkarte card=… .</translation>
    </message>
    <message>
        <source>&quot;%1&quot; loads no gift card.</source>
        <translation>„%1“ lädt keine Gutscheinkarte auf.</translation>
    </message>
    <message>
        <source>Write CARD:MINOR: 25.00 EUR on the card that ends in 3436 is 3436:2500.</source>
        <translation>Schreiben Sie KARTE:BETRAG: 25,00 EUR auf die Karte, die auf 3436 endet, ist 3436:2500.</translation>
    </message>
</context>
<context>
    <name>crema::presenters::SalesPresenter</name>
    <message>
        <source>No shift is open on this register.</source>
        <translation>An dieser Kasse ist keine Schicht offen.</translation>
    </message>
    <message>
        <source>Leave out shift:this.</source>
        <translation>Lassen Sie shift:this weg.</translation>
    </message>
    <message>
        <source>There is no line %1 to take something off.</source>
        <translation>Es gibt keine Zeile %1, auf die es Rabatt geben könnte.</translation>
    </message>
    <message>
        <source>Lines count from 1 in the order of --line.</source>
        <translation>Zeilen zählen ab 1 in der Reihenfolge von --line.</translation>
    </message>
    <message>
        <source>No printer is called &quot;%1&quot;.</source>
        <translation>Kein Drucker heißt „%1“.</translation>
    </message>
    <message>
        <source>Choose one of %1.</source>
        <translation>Wählen Sie eine von: %1.</translation>
    </message>
    <message>
        <source>The receipt could not be drawn.</source>
        <translation>Der Beleg konnte nicht gezeichnet werden.</translation>
    </message>
    <message>
        <source>Nothing is paid back to &quot;%1&quot;.</source>
        <translation>An „%1“ wird nichts erstattet.</translation>
    </message>
    <message>
        <source>%1 is not offered with an option &quot;%2&quot;.</source>
        <translation>%1 wird nicht mit einer Option „%2“ angeboten.</translation>
    </message>
    <message>
        <source>crema setting get till.modifiers shows what is.</source>
        <translation>crema setting get till.modifiers zeigt, was es gibt.</translation>
    </message>
    <message>
        <source>It is original, as it was paid, cash, store_credit or gift_card.</source>
        <translation>Es ist original, wie bezahlt, cash, store_credit oder gift_card.</translation>
    </message>
    <message>
        <source>It is not said what comes back.</source>
        <translation>Es ist nicht gesagt, was zurückkommt.</translation>
    </message>
    <message>
        <source>Name the receipt, or what has none: --without-receipt CODE*QTY.</source>
        <translation>Nennen Sie den Beleg, oder was keinen hat: --without-receipt CODE*MENGE.</translation>
    </message>
    <message>
        <source>A line comes back of a receipt, and no receipt is named.</source>
        <translation>Eine Zeile kommt von einem Beleg zurück, und kein Beleg ist genannt.</translation>
    </message>
    <message>
        <source>A fee is kept of what a receipt shows.</source>
        <translation>Eine Gebühr wird von dem einbehalten, was ein Beleg zeigt.</translation>
    </message>
    <message>
        <source>Credit a lower price instead: --without-receipt CODE*QTY:MINOR.</source>
        <translation>Schreiben Sie stattdessen weniger gut: --without-receipt CODE*MENGE:MINOR.</translation>
    </message>
</context>
<context>
    <name>crema::presenters::SettingsPresenter</name>
    <message>
        <source>There is no setting &quot;%1&quot;.</source>
        <translation>Es gibt keine Einstellung „%1“.</translation>
    </message>
    <message>
        <source>There are: %1.</source>
        <translation>Es gibt: %1.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a currency.</source>
        <translation>„%1“ ist keine Währung.</translation>
    </message>
    <message>
        <source>Write its three letters, for example EUR.</source>
        <translation>Schreiben Sie ihre drei Buchstaben, zum Beispiel EUR.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a list of web addresses.</source>
        <translation>„%1“ ist keine Liste von Webadressen.</translation>
    </message>
    <message>
        <source>Write them whole with spaces between, for example https://shop.example.</source>
        <translation>Schreiben Sie sie ganz aus, mit Leerzeichen dazwischen, zum Beispiel https://shop.example.</translation>
    </message>
</context>
<context>
    <name>crema::presenters::ShiftPresenter</name>
    <message>
        <source>%1 does not say how many there were of a note or coin.</source>
        <translation>%1 sagt nicht, wie viele es von einem Schein oder einer Münze waren.</translation>
    </message>
    <message>
        <source>Write MINOR*COUNT: 5000*2 is twice 50.00.</source>
        <translation>Schreiben Sie MINOR*COUNT: 5000*2 sind zweimal 50,00.</translation>
    </message>
</context>
<context>
    <name>crema::presenters::StoreChoice</name>
    <message>
        <source>CREMA_STORE names a PostgreSQL store, which this version cannot open.</source>
        <translation>CREMA_STORE nennt einen PostgreSQL-Speicher, den diese Version nicht öffnen kann.</translation>
    </message>
    <message>
        <source>Set it to sqlite:PATH, or unset it.</source>
        <translation>Setzen Sie es auf sqlite:PFAD, oder löschen Sie es.</translation>
    </message>
    <message>
        <source>CREMA_STORE is &quot;%1&quot;, which names no store.</source>
        <translation>CREMA_STORE ist „%1“ und nennt damit keinen Speicher.</translation>
    </message>
    <message>
        <source>There is no store at %1, where CREMA_STORE says.</source>
        <translation>Unter %1, wie CREMA_STORE es sagt, gibt es keinen Speicher.</translation>
    </message>
    <message>
        <source>Check CREMA_STORE; &quot;crema device enroll&quot; makes a store there.</source>
        <translation>Prüfen Sie CREMA_STORE; „crema device enroll“ legt dort einen an.</translation>
    </message>
</context>
<context>
    <name>crema::presenters::SyncPresenter</name>
    <message>
        <source>The platform has not taken everything yet.</source>
        <translation>Die Plattform hat noch nicht alles übernommen.</translation>
    </message>
    <message>
        <source>Nothing is lost. Check the network and run &quot;crema sync run --wait&quot; again.</source>
        <translation>Nichts ist verloren. Prüfen Sie das Netz und führen Sie „crema sync run --wait“ noch einmal aus.</translation>
    </message>
    <message>
        <source>Not synced in time; still queued here: %1. %2</source>
        <translation>Nicht rechtzeitig abgeglichen; hier noch eingereiht: %1. %2</translation>
    </message>
</context>
<context>
    <name>crema::sync</name>
    <message>
        <source>Entry %1 of the auditor&apos;s journal is missing (chain %2).</source>
        <translation>Eintrag %1 des Prüfjournals fehlt (Kette %2).</translation>
    </message>
    <message>
        <source>Entry %1 of the auditor&apos;s journal was changed or moved (chain %2).</source>
        <translation>Eintrag %1 des Prüfjournals wurde verändert oder verschoben (Kette %2).</translation>
    </message>
    <message>
        <source>Entry %1 of the auditor&apos;s journal is not signed by this register (chain %2).</source>
        <translation>Eintrag %1 des Prüfjournals ist nicht von dieser Kasse unterschrieben (Kette %2).</translation>
    </message>
    <message>
        <source>Entry %1 of the auditor&apos;s journal has no signature (chain %2).</source>
        <translation>Eintrag %1 des Prüfjournals hat keine Unterschrift (Kette %2).</translation>
    </message>
    <message>
        <source>Entry %1 of the auditor&apos;s journal does not belong here (chain %2).</source>
        <translation>Eintrag %1 des Prüfjournals gehört nicht hierher (Kette %2).</translation>
    </message>
    <message>
        <source>Entry %1 of the auditor&apos;s journal closes a day with other sums than its entries (chain %2).</source>
        <translation>Eintrag %1 des Prüfjournals schließt einen Tag mit anderen Summen als denen seiner Einträge (Kette %2).</translation>
    </message>
    <message>
        <source>Entry %1 of the auditor&apos;s journal holds a document for the second time (chain %2).</source>
        <translation>Eintrag %1 des Prüfjournals enthält einen Beleg zum zweiten Mal (Kette %2).</translation>
    </message>
</context>
<context>
    <name>crema::sync::Check</name>
    <message>
        <source>The sale of entry %1 of the auditor&apos;s journal is missing (chain %2).</source>
        <translation>Der Verkauf zu Eintrag %1 des Prüfjournals fehlt (Kette %2).</translation>
    </message>
    <message>
        <source>The sale %3 differs from entry %1 of the auditor&apos;s journal (chain %2).</source>
        <translation>Der Verkauf %3 weicht von Eintrag %1 des Prüfjournals ab (Kette %2).</translation>
    </message>
    <message>
        <source>The platform&apos;s signature on entry %1 of the auditor&apos;s journal is false (chain %2).</source>
        <translation>Die Unterschrift der Plattform unter Eintrag %1 des Prüfjournals ist falsch (Kette %2).</translation>
    </message>
    <message>
        <source>Entry %1 of the auditor&apos;s journal is missing: the platform has signed up to entry %3 (chain %2).</source>
        <translation>Eintrag %1 des Prüfjournals fehlt: Die Plattform hat bis Eintrag %3 gegengezeichnet (Kette %2).</translation>
    </message>
    <message>
        <source>Entry %1 of the auditor&apos;s journal is another one than the platform signed (chain %2).</source>
        <translation>Eintrag %1 des Prüfjournals ist ein anderer als der, den die Plattform gegengezeichnet hat (Kette %2).</translation>
    </message>
    <message>
        <source>Operation %1 has no entry in the auditor&apos;s journal.</source>
        <translation>Vorgang %1 hat keinen Eintrag im Prüfjournal.</translation>
    </message>
</context>
<context>
    <name>crema::sync::DeletionQuestion</name>
    <message>
        <source>The platform wants %1 of %2 products to go, so they stay here until somebody agrees.</source>
        <translation>Die Plattform will %1 von %2 Produkten entfernen; sie bleiben hier, bis jemand zustimmt.</translation>
    </message>
    <message>
        <source>The platform wants %1 of %2 articles to go, so they stay here until somebody agrees.</source>
        <translation>Die Plattform will %1 von %2 Artikeln entfernen; sie bleiben hier, bis jemand zustimmt.</translation>
    </message>
    <message>
        <source>The platform wants %1 of %2 customers to go, so they stay here until somebody agrees.</source>
        <translation>Die Plattform will %1 von %2 Kunden entfernen; sie bleiben hier, bis jemand zustimmt.</translation>
    </message>
    <message>
        <source>The platform wants %1 of %2 records to go, so they stay here until somebody agrees.</source>
        <translation>Die Plattform will %1 von %2 Einträgen entfernen; sie bleiben hier, bis jemand zustimmt.</translation>
    </message>
    <message>
        <source>%1 of %2 products would be taken out of use within an hour, so somebody has to agree.</source>
        <translation>%1 von %2 Produkten würden innerhalb einer Stunde außer Gebrauch gehen, deshalb muss jemand zustimmen.</translation>
    </message>
    <message>
        <source>A manager agrees under Sync, or with &quot;crema sync deletions --allow&quot;.</source>
        <translation>Die Leitung stimmt unter Abgleich zu, oder mit „crema sync deletions --allow“.</translation>
    </message>
    <message>
        <source>The platform wants %1 of %2 categories to go, so they stay here until somebody agrees.</source>
        <translation>Die Plattform will %1 von %2 Kategorien löschen, deshalb bleiben sie hier, bis jemand zustimmt.</translation>
    </message>
    <message>
        <source>The platform wants %1 of %2 tax classes to go, so they stay here until somebody agrees.</source>
        <translation>Die Plattform will %1 von %2 Steuerklassen löschen, deshalb bleiben sie hier, bis jemand zustimmt.</translation>
    </message>
    <message>
        <source>The platform wants %1 of %2 sales to go, so they stay here until somebody agrees.</source>
        <translation>Die Plattform will %1 von %2 Verkäufen löschen, deshalb bleiben sie hier, bis jemand zustimmt.</translation>
    </message>
    <message>
        <source>%1 of %2 articles would be taken out of use within an hour, so somebody has to agree.</source>
        <translation>%1 von %2 Artikeln würden innerhalb einer Stunde außer Gebrauch gehen, deshalb muss jemand zustimmen.</translation>
    </message>
</context>
<context>
    <name>crema::terminal</name>
    <message>
        <source>%1 does not take “%2”.</source>
        <translation>%1 nimmt „%2“ nicht an.</translation>
    </message>
    <message>
        <source>It takes %1.</source>
        <translation>Es nimmt %1.</translation>
    </message>
    <message>
        <source>%1 needs a value.</source>
        <translation>%1 braucht einen Wert.</translation>
    </message>
    <message>
        <source>Write it behind the option, as in --charset ascii.</source>
        <translation>Schreiben Sie ihn hinter die Option, wie in --charset ascii.</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Qty</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Erhalten</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Rückgeld</translation>
    </message>
    <message>
        <source>The sale is being saved.</source>
        <translation>Der Verkauf wird gespeichert.</translation>
    </message>
    <message>
        <source>Digits count from the right: 5000 is 50.00. Enter alone takes the exact amount.</source>
        <translation>Ziffern zählen von rechts: 5000 ist 50,00. Die Eingabetaste allein nimmt den genauen Betrag.</translation>
    </message>
    <message>
        <source>CHANGE</source>
        <translation>RÜCKGELD</translation>
    </message>
    <message>
        <source>Receipt %1</source>
        <translation>Beleg %1</translation>
    </message>
    <message>
        <source>On hand</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>Marke</translation>
    </message>
    <message>
        <source>1 Show the receipt</source>
        <translation>1 Beleg zeigen</translation>
    </message>
    <message>
        <source>3 Next sale</source>
        <translation>3 Nächster Verkauf</translation>
    </message>
    <message>
        <source>Digits count from the right: 5000 is 50.00.</source>
        <translation>Ziffern zählen von rechts: 5000 ist 50,00.</translation>
    </message>
    <message>
        <source>1 of %1</source>
        <translation>1 von %1</translation>
    </message>
    <message>
        <source>Then due</source>
        <translation>Danach offen</translation>
    </message>
    <message>
        <source>Enter takes this part.</source>
        <translation>Die Eingabetaste nimmt diesen Teil.</translation>
    </message>
    <message>
        <source>Paid %1</source>
        <comment>way of paying</comment>
        <translation>Bezahlt %1</translation>
    </message>
    <message>
        <source>Tip</source>
        <translation>Trinkgeld</translation>
    </message>
    <message>
        <source>To charge</source>
        <translation>Abzubuchen</translation>
    </message>
    <message>
        <source>Nothing is recorded yet. Enter records it.</source>
        <translation>Noch ist nichts festgehalten. Enter hält es fest.</translation>
    </message>
    <message>
        <source>Back: %1</source>
        <comment>an item that comes back</comment>
        <translation>Zurück: %1</translation>
    </message>
    <message>
        <source>HAND OUT</source>
        <translation>AUSZAHLEN</translation>
    </message>
</context>
<context>
    <name>crema::terminal::EraseQuestions</name>
    <message>
        <source>Erase for good</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
</context>
<context>
    <name>crema::terminal::Message</name>
    <message>
        <source>%1 %2</source>
        <comment>message and what to do</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>json</name>
    <message>
        <source>an object has to begin here</source>
        <translation>hier muss ein Objekt beginnen</translation>
    </message>
    <message>
        <source>this character has no place here</source>
        <translation>dieses Zeichen gehört nicht hierher</translation>
    </message>
    <message>
        <source>the text ends too early</source>
        <translation>der Text endet zu früh</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>es ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>the object has two members of the same name</source>
        <translation>das Objekt hat zwei Mitglieder gleichen Namens</translation>
    </message>
    <message>
        <source>only whole numbers without fraction and exponent are read</source>
        <translation>nur ganze Zahlen ohne Bruch und Exponent werden gelesen</translation>
    </message>
    <message>
        <source>the number is beyond 9007199254740991</source>
        <translation>die Zahl liegt jenseits von 9007199254740991</translation>
    </message>
    <message>
        <source>the bytes are not UTF-8</source>
        <translation>die Bytes sind kein UTF-8</translation>
    </message>
    <message>
        <source>a control character has to be escaped</source>
        <translation>ein Steuerzeichen muss maskiert werden</translation>
    </message>
    <message>
        <source>a surrogate stands alone</source>
        <translation>ein Surrogat steht allein</translation>
    </message>
    <message>
        <source>something stands behind the object</source>
        <translation>hinter dem Objekt steht noch etwas</translation>
    </message>
    <message>
        <source>The JSON text cannot be read: %1 (byte %2).</source>
        <translation>Der JSON-Text ist nicht lesbar: %1 (Byte %2).</translation>
    </message>
    <message>
        <source>Send the text again as RFC 8259 JSON with whole numbers.</source>
        <translation>Senden Sie den Text noch einmal, als JSON nach RFC 8259 mit ganzen Zahlen.</translation>
    </message>
</context>
</TS>
