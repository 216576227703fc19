<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
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
</TS>
