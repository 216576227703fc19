<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Barcode</name>
    <message>
        <source>The barcode is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan or type the code on the product.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The barcode has %1 characters; at most %2 fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan one code at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The barcode “%1” holds characters that no scanner sends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use letters, digits and signs of the English keyboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The check digit of %1 should be %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the code with the product and scan it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a UPC-E code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A UPC-E has 6 to 8 digits and begins with 0 or 1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Disk</name>
    <message>
        <source>The disk is full, so nothing more can be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space on the disk and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 could not be written: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the rights of the folder and the state of the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 could not be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Door</name>
    <message>
        <source>This change must say which version it is based on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the record, then send its ETag as If-Match.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else has changed this record in the meantime.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read it again, then repeat the change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This address reads JSON only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the body as application/json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request is larger than the %1 bytes that are read here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send it in smaller parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request did not arrive in the time that the platform waits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send it again over a better connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The platform has more to do than it can take on right now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The platform answers nothing at this address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the address with the API document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This address exists, but not for this method.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The header field Allow names the methods that it takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not an address with a port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it like 127.0.0.1:8080, or [::1]:8080.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The platform cannot listen on %1 (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the program that holds this port, or choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request line is not method, target and version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The platform does not know this method.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The platform speaks HTTP/1.1 and HTTP/1.0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target must be a path that begins with a slash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target is longer than the platform reads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target is not properly percent-encoded UTF-8 text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The path must not contain the segments . and ..</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every line of the head must end with CR LF, and neither may stand alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The head contains a control character.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A header field must not go on in the next line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A header field must be a name, a colon right behind it, and a value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A header field that may stand once stands twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request has more header fields than the platform reads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The head is larger than the platform reads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The header field Host is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The header field Host is not a host name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target and the header field Host name different hosts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content-Length must be one whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The only Transfer-Encoding that the platform reads is chunked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content-Length and Transfer-Encoding exclude each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP/1.0 has no Transfer-Encoding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The platform reads no trailer fields.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The only expectation that the platform meets is 100-continue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chunked body is malformed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend the program that sent this request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This address answers only after sign-in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The permission %1 is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask a manager to give it to you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The platform could not carry out this request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; if it stays so, give the request id to your support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The platform holds as many event streams as it can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for changes by time until one is free.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorScreen</name>
    <message>
        <source>Enter = try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F3 = back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Enter to try again. Scans do not count until then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Enter before scanning on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpScreen</name>
    <message>
        <source>HELP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These keys work on the screen before. Press F3 to go back to it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JsonFields</name>
    <message>
        <source>A text is needed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text must have at least %1 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text may have at most %1 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text may not hold a NUL character.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A whole number is needed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number must lie between %1 and %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false is needed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A UTC time such as 2026-11-20T19:16:00.123Z is needed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A date such as 2026-11-20 is needed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An object is needed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A list is needed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list may have at most %1 entries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each entry must be a text of at most %1 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some of the values cannot be used as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the named fields and send it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An id such as 0193f6a0-1c2d-7e3f-8a4b-5c6d7e8f9a0b is needed here.</source>
        <translation type="unfinished"></translation>
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
    <name>MenuScreen</name>
    <message>
        <source>Press the number of what you want to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not in this menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose by number before scanning</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Network</name>
    <message>
        <source>Work goes on; it is sent as soon as the platform answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sent more than was asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %1 could not be trusted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address of the platform and the date of this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OperationJudge</name>
    <message>
        <source>Another operation with this id is known already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report it: the store of this device may be a copy.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Price</name>
    <message>
        <source>The price times the quantity is more than Crema can hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower the quantity or the price.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>The request could not be carried out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request cannot be accepted as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permission is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The state has changed meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The platform is busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A device did not work</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadyChecks</name>
    <message>
        <source>The check could not be carried out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look in the platform&apos;s log for the cause.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Store</name>
    <message>
        <source>The local store does not keep the setting %1, so saving would not be safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the store on a local disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a record does not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local store is damaged: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run crema db check, and keep the file: it can be recovered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a queue row does not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 is a database of another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another file with CREMA_STORE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a row names another that is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full, so nothing more can be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space on the disk and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is writing to the local store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local store is open for reading only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the program that holds it, or update this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local store could not be used: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the rights of its folder and the state of the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local store is held by %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close that program, or choose another store with CREMA_STORE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 could not be written: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the rights of the folder.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Terminal</name>
    <message>
        <source>Screen too small %1x%2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TerminalApplication</name>
    <message>
        <source>%1 does nothing here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Main menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw the screen anew</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <source>This needs a yes, and nobody can be asked here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add --yes, or --dry-run to see what would be done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was done: the answer was no.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the secret into it, on one line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is needed, and nobody can be asked here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give --%1 FILE (&quot;-&quot; reads standard input), or set %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the path and that you may read the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no standard input to read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; holds more than %2 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that it is the right file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A product has no field &quot;%1&quot; to import.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has no column &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first line does not name the columns: a name, and a barcode or SKU, are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name them in the first line, or say which is which, for example: --column name=%1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row has %1 fields; the first line names %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put fields that hold a separator in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row has no name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the product a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row has neither a barcode nor a SKU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the product one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1 of this file has the same code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep one of the two rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No customer fits &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run &quot;crema customer list --filter TEXT&quot; to look for one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than one customer fits &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write more of the name, or the id from &quot;crema customer list&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is signed in here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say who: crema user pin NAME</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This register has had no shift yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open one: crema shift open --float 10000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This device is not enrolled at a platform.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run: crema device enroll --platform URL --code CODE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped; what was sent stays sent.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TouchButton</name>
    <message>
        <source>%1 (%2)</source>
        <comment>action and its key</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>crema</name>
    <message>
        <source>The text may have at most %1 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A variant needs a SKU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A SKU has no control characters and no asterisk, which stands before a quantity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A price lies between 0 and %1 minor units.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The base quantity of a price lies between 1 and %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cost lies between 0 and %1 minor units.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price and cost need one currency.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A variant may have at most %1 barcodes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An option needs a name and a value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A product needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The product cannot be kept as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A weight lies between 0 and %1 grams.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The variant cannot be kept as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A shift is open on this register already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close it before you open the next one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The float cannot be below zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the cash that lies in the drawer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This shift is closed already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a new shift to go on selling.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The counted amount must be zero or more, in the currency of the shift.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count the drawer and enter what is in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stock moves by at least 1 and at most %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter how much more or less there is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The note may have at most 1000 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorten the note.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>crema::Acknowledgement</name>
    <message>
        <source>The platform&apos;s answer holds a word this version does not know.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>crema::Cursor</name>
    <message>
        <source>A cursor such as 1.7423.19 is needed here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>crema::Customer</name>
    <message>
        <source>The text may have at most %1 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A customer needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An e-mail address has an @ in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer cannot be kept as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the named fields.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>crema::Edit</name>
    <message>
        <source>This field cannot be edited.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An edit names the value before and after.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An edit changes at least one field.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>crema::Money</name>
    <message>
        <source>An ISO 4217 currency code such as EUR is needed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A price cannot be below zero.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>crema::Operation</name>
    <message>
        <source>The operation %1 of schema %2 is not known to this version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update the program that is older.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something with this id is there already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit it instead of making it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What should be changed is not there, or not any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look it up again, or make it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 belongs to another variant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use another one, or take it off the other variant first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The operation does not say where it happened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enrol the device and do it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The counted amount is in another currency than the shift.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count the drawer in the currency of its float.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another sale has this id already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report it: two registers may share one store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The operation is not written in its canonical form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the stored bytes of the operation unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>crema::PushRequest</name>
    <message>
        <source>The batch has %1 bytes; at most %2 are taken at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send fewer operations in one batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The batch is not well formed at byte %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send it as docs/wire.md describes.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>crema::SigningKey</name>
    <message>
        <source>The device key has %1 bytes instead of 32.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the key file from a backup, or enrol the device again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>crema::Value</name>
    <message>
        <source>Correct the named fields.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>crema::body</name>
    <message>
        <source>The float cannot be below zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both amounts need one currency.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This reason is not known here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change of zero changes nothing.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>crema::codec</name>
    <message>
        <source>This word is not known here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All amounts of a sale need one currency.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All amounts of a shift need one currency.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sale needs at least one line.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>crema::command::AnswerRenderer</name>
    <message>
        <source>No record has a field &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you mean &quot;%1&quot;?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>crema::command::CellText</name>
    <message>
        <source>%1 for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>crema::command::CommandLine</name>
    <message>
        <source>The program was ended before the command was done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command stopped unexpectedly: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run &quot;crema doctor&quot;; what was recorded before is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took %1 ms.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>crema::command::CommonFlags</name>
    <message>
        <source>only what contains these words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>order by this field; -FIELD turns it round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most this many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say what would be done and do nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>do it without asking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never ask; stop where an answer is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wait until the platform has everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how long --wait waits at most (60)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one JSON object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one JSON object for each record, a line each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a line for each record, values between tabs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only these fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say only what went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say more: problem codes and times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>colours; NO_COLOR also ends them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>crema::command::CompletionCommand</name>
    <message>
        <source>the script that completes commands in your shell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prints the completion script of a shell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For this bash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bash, zsh or fish</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>crema::command::ExitCode</name>
    <message>
        <source>Done. Also when the platform is away and the work waits in the queue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be done. Trying again later may help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command or a value on it cannot be used as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has that code, number, name or id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is signed in, the device is not enrolled, or the person may not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The state does not allow it, or something needs attention.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some records of a batch were set aside; the others are done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A disk, printer or other device does not do its part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With --wait: not synced before --timeout. Everything stays queued.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted with Ctrl+C. What was done before stays done.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>crema::command::Help</name>
    <message>
        <source>%1 (needed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[flags]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the full-screen app.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;crema help NOUN&quot; and &quot;crema help NOUN VERB&quot; say more; &quot;crema help exit-codes&quot; lists the exit codes. Amounts on the command line are in minor units: 12.90 EUR is 1290. Data goes to standard output, everything else to standard error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;crema help %1 VERB&quot; says more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Common flags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit codes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>crema::command::HelpCommand</name>
    <message>
        <source>There is no help on &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run &quot;crema help&quot; to see all commands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you mean &quot;crema help %1&quot;?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how to use a command, and what the exit codes mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the help on a command.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All commands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What scripts can rely on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a command, or exit-codes, or man-page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of its verbs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>crema::command::ManPage</name>
    <message>
        <source>Also: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sell, count and manage from a terminal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local store, as sqlite:PATH. Without it, the store lies in crema below XDG_DATA_HOME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secrets for user login and user pin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How output to a terminal looks.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>crema::command::Parser</name>
    <message>
        <source>Run &quot;crema help %1&quot; to see what it takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you mean &quot;%1&quot;?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 does not take &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes one of: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 needs a whole number and got &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amounts are in minor units: 12.90 EUR is 1290.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write digits only, for example 10.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 cannot be %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes a whole number from %1 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 takes no value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write --%1 alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 needs a value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 is given twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;crema %1&quot; does not take %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;crema %1&quot; has no flag %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;crema %1&quot; needs %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--json, --jsonl and --plain exclude each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;crema %1&quot; does not know what to do with &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;crema %1&quot; does not know &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a command of crema.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run &quot;crema help&quot; to see all commands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;crema %1&quot; cannot &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command comes before its flags; &quot;%1&quot; came first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write &quot;crema NOUN VERB %1&quot;, or run &quot;crema help&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;crema %1&quot; needs a verb.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>crema::command::SecretPrompt</name>
    <message>
        <source>The input ended before an answer came.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>crema::command::VersionCommand</name>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>which version this is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Says which version this is.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>crema::platform</name>
    <message>
        <source>The database was made by a later version of Crema (step %1, %2) and stays untouched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install that version or a later one, then start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database step %1 was run with another text than this program has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the version of Crema that made this database, or restore a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The person who did this may not do it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask a manager to do it, or to give the permission.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operation %1 of this device is expected next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the operations from there on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number %1 was used for another operation before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store of this device is an older copy: give it a new epoch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A device sends its own operations only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in as the device that made them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A batch holds operations of one epoch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send each epoch on its own.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>crema::platform::Batch</name>
    <message>
        <source>Another device of this location sends its operations now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait: the store elects who sends.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>crema::platform::ConnectionPool</name>
    <message>
        <source>Every database session is in use.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>crema::platform::Database</name>
    <message>
        <source>The database did not take the request (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the same request again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>crema::presenters::AmountText</name>
    <message>
        <source>&quot;%1&quot; is not an amount.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it in minor units, digits only: 12.90 EUR is 1290.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write digits with one decimal mark, for example 12.90.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; has more decimals than %2 counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Round it to %n decimal(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>&quot;%1&quot; is too large an amount.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check for digits too many.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>crema::presenters::CsvReader</name>
    <message>
        <source>Field %1 has a quote inside, and is not in quotes as a whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the field in quotes and double the quotes inside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field %1 goes on behind its closing quote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double the quotes that belong to the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field %1 has a carriage return that ends no line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the file with line ends as Windows or Linux write them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quote that opens field %1 is never closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close it, or take it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This record is longer than %1 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for a quote that is opened and never closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field %1 holds a zero byte.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the file as UTF-8 text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field %1 is longer than %2 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record has more than %1 fields.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check what separates the fields.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field %1 is not UTF-8 text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the file as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>crema::presenters::CustomersPresenter</name>
    <message>
        <source>A customer has no field &quot;%1&quot; to change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write FIELD=VALUE, for example phone=0123456.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>archived is yes or no, not &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write archived=yes.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>crema::presenters::DevicePresenter</name>
    <message>
        <source>&quot;%1&quot; is not the address of a platform.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as https://HOST or http://HOST:PORT.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>crema::presenters::ImportRowReader</name>
    <message>
        <source>Barcode &quot;%1&quot; has %2 digits; a GTIN has 8, 12, 13 or 14.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the product again, or put a code of your own in the column sku.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>crema::presenters::PeoplePresenter</name>
    <message>
        <source>Nobody here is called &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run &quot;crema user list&quot; to see who works here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than one person fits &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write more of the name or the e-mail address.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>crema::presenters::ProductChanges</name>
    <message>
        <source>&quot;%1&quot; is not a change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write FIELD=VALUE, for example price=1290.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is yes or no, not &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write %1=yes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds one value; += and -= are for barcode and category.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write %1=VALUE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A product has no field &quot;%1&quot; to change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a price for a quantity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write MINOR/QUANTITY: 24.90 for 1000 g is 2490/1000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no category &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no categories yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>crema::presenters::ProductImportPresenter</name>
    <message>
        <source>The file is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its first line names the columns, for example: barcode,name,price.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>crema::presenters::SaleWords</name>
    <message>
        <source>The line &quot;%1&quot; names no product.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write CODE or CODE*QUANTITY; a code is a SKU, a barcode or an id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no quantity that can be sold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a whole number of pieces or grams from 1 to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a tender.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write METHOD:MINOR: 20.00 EUR in cash is cash:2000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a way to pay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is one of: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an amount to pay with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it in minor units, digits only: 20.00 EUR is 2000.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>crema::presenters::SyncPresenter</name>
    <message>
        <source>The platform has not taken everything yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not synced in time; %1 operations stay queued here. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is lost. Check the network and run &quot;crema sync run --wait&quot; again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>json</name>
    <message>
        <source>an object has to begin here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this character has no place here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text ends too early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the object has two members of the same name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only whole numbers without fraction and exponent are read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the number is beyond 9007199254740991</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the bytes are not UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a control character has to be escaped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a surrogate stands alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something stands behind the object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The JSON text cannot be read: %1 (byte %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the text again as RFC 8259 JSON with whole numbers.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
