<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AccountPresenter</name>
    <message numerus="yes">
        <source>Sign out on %n other devices?</source>
        <translation>
            <numerusform>Sign out on %n other device?</numerusform>
            <numerusform>Sign out on %n other devices?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sign out on %n devices?</source>
        <translation>
            <numerusform>Sign out on %n device?</numerusform>
            <numerusform>Sign out on %n devices?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ApprovalDialog</name>
    <message numerus="yes">
        <source>%n digits of the PIN</source>
        <translation>
            <numerusform>%n digit of the PIN</numerusform>
            <numerusform>%n digits of the PIN</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AttentionWords</name>
    <message numerus="yes">
        <source>%n entry(s)</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AuditPresenter</name>
    <message numerus="yes">
        <source>The newest %n entries</source>
        <translation>
            <numerusform>The newest entry</numerusform>
            <numerusform>The newest %n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AuthenticatorScreen</name>
    <message numerus="yes">
        <source>F8: %n more</source>
        <comment>recovery codes</comment>
        <translation>
            <numerusform>F8: %n more</numerusform>
            <numerusform>F8: %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CartPanel</name>
    <message numerus="yes">
        <source>%n items</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CatalogPresenter</name>
    <message numerus="yes">
        <source>%n variant(s)</source>
        <translation>
            <numerusform>%n variant</numerusform>
            <numerusform>%n variants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No products match %n filter(s)</source>
        <translation>
            <numerusform>No products match the filter</numerusform>
            <numerusform>No products match %n filters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CloseShiftDialog</name>
    <message numerus="yes">
        <source>Open since %1 · Float %2 · %n sales</source>
        <translation>
            <numerusform>Open since %1 · Float %2 · %n sale</numerusform>
            <numerusform>Open since %1 · Float %2 · %n sales</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Look after %n online payments first</source>
        <translation>
            <numerusform>Look after %n online payment first</numerusform>
            <numerusform>Look after %n online payments first</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CustomerHistoryPresenter</name>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <comment>of a customer</comment>
        <translation>
            <numerusform>%n visit</numerusform>
            <numerusform>%n visits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CustomerListPresenter</name>
    <message numerus="yes">
        <source>%n customers</source>
        <translation>
            <numerusform>%n customer</numerusform>
            <numerusform>%n customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeviceListPresenter</name>
    <message numerus="yes">
        <source>%n devices</source>
        <translation>
            <numerusform>%n device</numerusform>
            <numerusform>%n devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need a person</source>
        <comment>devices</comment>
        <translation>
            <numerusform>%n needs a person</numerusform>
            <numerusform>%n need a person</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shut out</source>
        <comment>devices</comment>
        <translation>
            <numerusform>%n shut out</numerusform>
            <numerusform>%n shut out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JournalPresenter</name>
    <message numerus="yes">
        <source>%n entries saved to %1.</source>
        <comment>a file</comment>
        <translation>
            <numerusform>%n entry saved to %1.</numerusform>
            <numerusform>%n entries saved to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LockCard</name>
    <message numerus="yes">
        <source>%n digits of the PIN</source>
        <translation>
            <numerusform>%n digit of the PIN</numerusform>
            <numerusform>%n digits of the PIN</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpenCartPresenter</name>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sales are parked already, so this one stays.</source>
        <translation>
            <numerusform>%n sale is parked already, so this one stays.</numerusform>
            <numerusform>%n sales are parked already, so this one stays.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines come back</source>
        <translation>
            <numerusform>%n line comes back</numerusform>
            <numerusform>%n lines come back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines of %1 come back</source>
        <translation>
            <numerusform>%n line of %1 comes back</numerusform>
            <numerusform>%n lines of %1 come back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OptionsPanel</name>
    <message numerus="yes">
        <source>%n in the cart</source>
        <translation>
            <numerusform>%n in the cart</numerusform>
            <numerusform>%n in the cart</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaymentListPresenter</name>
    <message numerus="yes">
        <source>%n have to be looked after</source>
        <comment>online payments</comment>
        <translation>
            <numerusform>%n has to be looked after</numerusform>
            <numerusform>%n have to be looked after</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n online payments</source>
        <translation>
            <numerusform>%n online payment</numerusform>
            <numerusform>%n online payments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Payments</name>
    <message numerus="yes">
        <source>%n online payment(s) of this shift are not settled.</source>
        <translation>
            <numerusform>%n online payment of this shift is not settled.</numerusform>
            <numerusform>%n online payments of this shift are not settled.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PersonListPresenter</name>
    <message numerus="yes">
        <source>%n places</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProductDetail</name>
    <message numerus="yes">
        <source>%n variant(s)</source>
        <translation>
            <numerusform>%n variant</numerusform>
            <numerusform>%n variants</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message numerus="yes">
        <source>Sync, %n need attention</source>
        <translation>
            <numerusform>Sync, %n needs attention</numerusform>
            <numerusform>Sync, %n need attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n online payments to look after</source>
        <translation>
            <numerusform>%1, %n online payment to look after</numerusform>
            <numerusform>%1, %n online payments to look after</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoleListPresenter</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SaleListPanel</name>
    <message numerus="yes">
        <source>No sale matches %n filters</source>
        <translation>
            <numerusform>No sale matches the filter</numerusform>
            <numerusform>No sale matches %n filters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SaleListPresenter</name>
    <message numerus="yes">
        <source>%n sales</source>
        <translation>
            <numerusform>%n sale</numerusform>
            <numerusform>%n sales</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShiftScreen</name>
    <message numerus="yes">
        <source>%n online payments have to be looked after first.</source>
        <translation>
            <numerusform>%n online payment has to be looked after first.</numerusform>
            <numerusform>%n online payments have to be looked after first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message numerus="yes">
        <source>%n waiting to be sent</source>
        <translation>
            <numerusform>%n waiting to be sent</numerusform>
            <numerusform>%n waiting to be sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n receipts are not printed</source>
        <translation>
            <numerusform>%n receipt is not printed</numerusform>
            <numerusform>%n receipts are not printed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Store</name>
    <message numerus="yes">
        <source>The clock of this machine is %n minutes slow.</source>
        <translation>
            <numerusform>The clock of this machine is %n minute slow.</numerusform>
            <numerusform>The clock of this machine is %n minutes slow.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The clock of this machine is %n minutes fast.</source>
        <translation>
            <numerusform>The clock of this machine is %n minute fast.</numerusform>
            <numerusform>The clock of this machine is %n minutes fast.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncPanelPresenter</name>
    <message numerus="yes">
        <source>Show %n waiting</source>
        <translation>
            <numerusform>Show %n waiting</numerusform>
            <numerusform>Show %n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saved to %1.</source>
        <comment>operations, a file</comment>
        <translation>
            <numerusform>%n saved to %1.</numerusform>
            <numerusform>%n saved to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Let %n go</source>
        <comment>records that are deleted</comment>
        <translation>
            <numerusform>Let %n go</numerusform>
            <numerusform>Let %n go</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message numerus="yes">
        <source>Sending %n</source>
        <translation>
            <numerusform>Sending %n</numerusform>
            <numerusform>Sending %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending %1 of %n</source>
        <translation>
            <numerusform>Sending %1 of %n</numerusform>
            <numerusform>Sending %1 of %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need attention</source>
        <translation>
            <numerusform>%n needs attention</numerusform>
            <numerusform>%n need attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Offline · %n waiting</source>
        <translation>
            <numerusform>Offline · %n waiting</numerusform>
            <numerusform>Offline · %n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message numerus="yes">
        <source>%n items</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sales</source>
        <translation>
            <numerusform>%n sale</numerusform>
            <numerusform>%n sales</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes made on it wait for a decision. They stand in the sync panel of every device of this location.</source>
        <translation>
            <numerusform>%n change made on it waits for a decision. It stands in the sync panel of every device of this location.</numerusform>
            <numerusform>%n changes made on it wait for a decision. They stand in the sync panel of every device of this location.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n addresses of the platform do not answer it, so it uses another one.</source>
        <translation>
            <numerusform>%n address of the platform does not answer it, so it uses another one.</numerusform>
            <numerusform>%n addresses of the platform do not answer it, so it uses another one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n items came back</source>
        <translation>
            <numerusform>%n item came back</numerusform>
            <numerusform>%n items came back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TillPresenter</name>
    <message numerus="yes">
        <source>A sale takes %n coupons, so this one was not taken.</source>
        <translation>
            <numerusform>A sale takes %n coupon, so this one was not taken.</numerusform>
            <numerusform>A sale takes %n coupons, so this one was not taken.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message numerus="yes">
        <source>%n more can be undone</source>
        <translation>
            <numerusform>%n more can be undone</numerusform>
            <numerusform>%n more can be undone</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnsentPresenter</name>
    <message numerus="yes">
        <source>%n changes are not sent yet. They are in a file as well.</source>
        <translation>
            <numerusform>%n change is not sent yet. It is in a file as well.</numerusform>
            <numerusform>%n changes are not sent yet. They are in a file as well.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes are not sent yet. They are only on this device.</source>
        <translation>
            <numerusform>%n change is not sent yet. It is only on this device.</numerusform>
            <numerusform>%n changes are not sent yet. They are only on this device.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes are not sent yet. Of these, %1 are only on this device.</source>
        <translation>
            <numerusform>%n change is not sent yet. Of these, %1 are only on this device.</numerusform>
            <numerusform>%n changes are not sent yet. Of these, %1 are only on this device.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %n characters.</source>
        <translation>
            <numerusform>At least %n character.</numerusform>
            <numerusform>At least %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes are in %1.</source>
        <comment>a file</comment>
        <translation>
            <numerusform>%n change is in %1.</numerusform>
            <numerusform>%n changes are in %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes are in %1, sales of %2 among them.</source>
        <comment>a file, an amount</comment>
        <translation>
            <numerusform>%n change is in %1, sales of %2 among them.</numerusform>
            <numerusform>%n changes are in %1, sales of %2 among them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n changes of this file are here already.</source>
        <translation>
            <numerusform>The change of this file is here already.</numerusform>
            <numerusform>All %n changes of this file are here already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes are taken over; the others were here already.</source>
        <translation>
            <numerusform>%n change is taken over; the others were here already.</numerusform>
            <numerusform>%n changes are taken over; the others were here already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes are taken over.</source>
        <translation>
            <numerusform>%n change is taken over.</numerusform>
            <numerusform>%n changes are taken over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes are taken over, sales of %1 among them.</source>
        <comment>an amount</comment>
        <translation>
            <numerusform>%n change is taken over, sales of %1 among them.</numerusform>
            <numerusform>%n changes are taken over, sales of %1 among them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crema::BoughtWords</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crema::ComparisonWords</name>
    <message numerus="yes">
        <source>%n kinds of records were not those of the platform and were fetched anew: %1</source>
        <comment>a moment</comment>
        <translation>
            <numerusform>%n kind of records was not that of the platform and was fetched anew: %1</numerusform>
            <numerusform>%n kinds of records were not those of the platform and were fetched anew: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crema::CouponWords</name>
    <message numerus="yes">
        <source>needs %n more</source>
        <comment>articles</comment>
        <translation>
            <numerusform>needs %n more</numerusform>
            <numerusform>needs %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crema::Points</name>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crema::Pricing</name>
    <message numerus="yes">
        <source>The coupon %1 is used up: it was good for %n sale(s).</source>
        <translation>
            <numerusform>The coupon %1 is used up: it was good for %n sale.</numerusform>
            <numerusform>The coupon %1 is used up: it was good for %n sales.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crema::ScaleCodes</name>
    <message numerus="yes">
        <source>%n piece(s)</source>
        <translation>
            <numerusform>%n piece</numerusform>
            <numerusform>%n pieces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crema::Setting</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>up to %n letter(s)</source>
        <translation>
            <numerusform>up to %n letter</numerusform>
            <numerusform>up to %n letters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crema::command::CommandLine</name>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crema::command::CustomerHistoryVerbs</name>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <comment>of a customer</comment>
        <translation>
            <numerusform>%n visit</numerusform>
            <numerusform>%n visits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crema::command::DoctorCommand</name>
    <message numerus="yes">
        <source>%n log(s) copied to %1.</source>
        <translation>
            <numerusform>%n log copied to %1.</numerusform>
            <numerusform>%n logs copied to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crema::platform</name>
    <message numerus="yes">
        <source>%n closed.</source>
        <translation>
            <numerusform>%n closed.</numerusform>
            <numerusform>%n closed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crema::platform::SessionVerbs</name>
    <message numerus="yes">
        <source>%n session(s) ended; it takes some seconds until all notice.</source>
        <translation>
            <numerusform>%n session ended; it takes some seconds until all notice.</numerusform>
            <numerusform>%n sessions ended; it takes some seconds until all notice.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crema::platform::SignIn</name>
    <message numerus="yes">
        <source>Try again in %n second(s).</source>
        <translation>
            <numerusform>Try again in %n second.</numerusform>
            <numerusform>Try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crema::presenters::AmountText</name>
    <message numerus="yes">
        <source>Round it to %n decimal(s).</source>
        <translation>
            <numerusform>Round it to %n decimal.</numerusform>
            <numerusform>Round it to %n decimals.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crema::presenters::DiagnosisPresenter</name>
    <message numerus="yes">
        <source>The clock is %n second(s) away from the platform&apos;s.</source>
        <translation>
            <numerusform>The clock is %n second away from the platform&apos;s.</numerusform>
            <numerusform>The clock is %n seconds away from the platform&apos;s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s) need attention.</source>
        <translation>
            <numerusform>%n operation needs attention.</numerusform>
            <numerusform>%n operations need attention.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s) wait for the platform.</source>
        <translation>
            <numerusform>%n operation waits for the platform.</numerusform>
            <numerusform>%n operations wait for the platform.</numerusform>
        </translation>
    </message>
</context>
</TS>
