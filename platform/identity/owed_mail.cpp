// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/identity/owed_mail.h"

#include "models/people/mail_address.h"
#include "platform/company/config_service.h"
#include "platform/company/stored_reference.h"
#include "platform/identity/address_hold.h"
#include "platform/identity/password_codes.h"
#include "platform/sync/record_rows.h"

#include <QCoreApplication>

namespace crema::platform {
namespace {

const QString inviterId = QStringLiteral("inviter");
const QString actorId = QStringLiteral("actor");
const QString addressAfter = QStringLiteral("after");
const QString addressBefore = QStringLiteral("mailbox");
const QString deviceId = QStringLiteral("device");

QString tr(const char *text, const char *comment = nullptr)
{
    return QCoreApplication::translate("crema::platform::PasswordCodes", text, comment);
}

/// "60 minutes", as the shop has set it.
QString settingText(const SettingValues &settings, QStringView key)
{
    return settingValueText(*findSetting(key), settings.value(key));
}

MailMessage resetMail(const Person &person, const QString &mailbox, const QString &company, const QString &code,
                      const SettingValues &settings)
{
    return {mailbox, person.name, tr("Your code for a new password at %1").arg(company),
            tr("Hello %1,\n\nsomebody asked for a new password for %2 at %3. This is the code for it:\n\n    %4\n\n"
               "Type it where you asked, within %5. If it was not you, do nothing: your password is the one you "
               "have.\n")
                .arg(person.name, mailbox, company, code, settingText(settings, shop_setting::passwordCodeMinutes))};
}

MailMessage invitationMail(const Person &person, const QString &inviter, const QString &company, const QString &code,
                           const SettingValues &settings)
{
    return {
        person.email, person.name, tr("Welcome to %1").arg(company),
        tr("Hello %1,\n\n%2 invites you to work with Crema at %3. In the program choose to sign in with mail address "
           "and password, then “Invited, or lost it?”, and type:\n\n    address  %4\n    code     %5\n\n"
           "You choose your password there. The code is good for %6.\n")
            .arg(person.name, inviter, company, person.email, code,
                 settingText(settings, shop_setting::invitationDays))};
}

/// Whoever invited has that name now. A platform of before wrote the name itself.
QString inviterOf(Transaction &transaction, const QJsonObject &document)
{
    const QString inviter = document.value(inviterId).toString();
    const auto id = PersonId::fromString(inviter);
    if (!id)
        return inviter.isEmpty() ? tr("Somebody") : inviter;
    const Rows rows = transaction.run("identity/load_person", {*id});
    return rows.isEmpty() ? tr("Somebody") : rows.json(0, 0).value(QStringLiteral("name")).toString();
}

/// Who it was by the word of a device; the device itself is certain.
struct Doer {
    QString person;
    QString device;
};

Doer doerOf(Transaction &transaction, const QJsonObject &document)
{
    Doer doer;
    if (const auto actor = PersonId::fromString(document.value(actorId).toString())) {
        const Rows rows = transaction.run("identity/load_person", {*actor});
        doer.person = rows.isEmpty() ? QString() : rows.json(0, 0).value(QStringLiteral("name")).toString();
    }
    if (const auto device = DeviceId::fromString(document.value(deviceId).toString())) {
        const Rows rows = transaction.run("identity/load_device_name", {*device});
        if (!rows.isEmpty())
            doer.device = tr("%1 (%2)", "a device and its register").arg(rows.text(0, 0), rows.text(0, 1));
    }
    return {doer.person.isEmpty() ? tr("Somebody") : doer.person,
            doer.device.isEmpty() ? tr("a device of the company") : doer.device};
}

MailMessage addressChangedMail(Transaction &transaction, const Person &person, const QJsonObject &document,
                               const QString &company)
{
    const Doer doer = doerOf(transaction, document);
    const QString after = document.value(addressAfter).toString();
    const QString what = after.isEmpty() ? tr("You have no mail address at %1 any more.").arg(company)
                                         : tr("Your mail address at %1 is %2 from now on.").arg(company, after);
    return {document.value(addressBefore).toString(), person.name, tr("Your address at %1 was changed").arg(company),
            tr("Hello %1,\n\n%2 %3 did it, at %4.\n\n"
               "If that is right, you need not do anything: the new address counts once you have signed in with it, or "
               "in three days.\n\n"
               "If it is not, until then this address is still yours: sign in with it, or ask for a new password with "
               "it, and then let a manager change the address back. Tell whoever looks after your devices as well: "
               "one of them may be in wrong hands, and crema-platform device revoke shuts it out.\n")
                .arg(person.name, what, doer.person, doer.device)};
}

AuditEntry toldEntry(PersonId person, const QJsonObject &document, UtcTime now)
{
    AuditEntry entry{QUuid(),
                     now,
                     std::nullopt,
                     QStringLiteral("person.address_told"),
                     {QStringLiteral("person"), person.value()},
                     std::nullopt,
                     {}};
    entry.details = AuditDetails{person, {{addressBefore, document.value(addressBefore)}}};
    return entry;
}

} // namespace

QString mailKindText(MailKind kind)
{
    switch (kind) {
    case MailKind::PasswordCode: return QStringLiteral("password_code");
    case MailKind::Invitation: return QStringLiteral("invitation");
    case MailKind::AddressChanged: return QStringLiteral("address_changed");
    }
    Q_UNREACHABLE();
}

void oweMail(Transaction &transaction, const OwedMail &mail)
{
    transaction.run("identity/save_owed_mail",
                    {mail.person, mailKindText(mail.kind), mail.document, mail.dueAt, mail.endsAt});
}

QJsonObject invitationDocument(const Person &inviter)
{
    return {{inviterId, inviter.id.toString()}};
}

QJsonObject addressChangedDocument(const AddressChange &change, const QString &mailbox)
{
    return {{actorId, change.actor ? change.actor->toString() : QString()},
            {addressAfter, change.after},
            {addressBefore, mailbox},
            {deviceId, change.device.toString()}};
}

void noteSent(Transaction &transaction, const OwedMail &mail, UtcTime now)
{
    if (mail.kind != MailKind::AddressChanged)
        return;
    transaction.run("identity/note_address_told", {mail.person, now});
    writeAudit(transaction, {toldEntry(mail.person, mail.document, now)});
}

std::optional<MailMessage> writeOwedMail(Transaction &transaction, const OwedMail &mail, UtcTime now,
                                         Randomness &randomness)
{
    const Person person = loadPerson(transaction, mail.person);
    const QString company = loadCompany(transaction).name;
    if (mail.kind == MailKind::AddressChanged) {
        if (!isMailAddress(mail.document.value(addressBefore).toString()))
            return std::nullopt;
        return addressChangedMail(transaction, person, mail.document, company);
    }
    const std::optional<QString> mailbox = mailboxOf(transaction, person, now);
    if (!mailbox)
        return std::nullopt;
    const bool isInvitation = mail.kind == MailKind::Invitation;
    // Their address became another one after they were invited.
    if (isInvitation && *mailbox != person.email)
        return std::nullopt;
    const SettingValues settings = loadSettings(transaction);
    const UtcTime endsAt = now.plusMs(isInvitation ? invitationLifetimeMs(settings) : passwordCodeLifetimeMs(settings));
    const QString code = makePasswordCode(transaction, {person.id, *mailbox}, endsAt, randomness);
    return isInvitation ? invitationMail(person, inviterOf(transaction, mail.document), company, code, settings)
                        : resetMail(person, *mailbox, company, code, settings);
}

} // namespace crema::platform
