// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/company/new_company.h"

#include "models/base/uuid7.h"
#include "models/security/secret_hash.h"
#include "platform/company/reference_writer.h"
#include "platform/company/stored_reference.h"
#include "platform/database/transaction.h"
#include "platform/sync/record_rows.h"

#include <QCoreApplication>

namespace crema::platform {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("crema::platform::NewCompany", text);
}

Person ownerOf(const NewCompany &company, UtcTime now, Randomness &randomness)
{
    Person owner;
    owner.id = makeId<PersonId>(now, randomness);
    owner.name = company.ownerName;
    owner.email = company.ownerEmail;
    owner.role = Role::Admin;
    owner.permissions = permissionsOf(Role::Admin);
    if (!company.pin.isEmpty())
        owner.pinHash = hashSecret(company.pin, randomness);
    return owner;
}

void saveTaxClasses(ReferenceWriter &writer, const NewCompany &company, UtcTime now, Randomness &randomness)
{
    writer.save(TaxClass{makeId<TaxClassId>(now, randomness), tr("Standard"), company.standard, true});
    if (company.reduced != company.standard)
        writer.save(TaxClass{makeId<TaxClassId>(now, randomness), tr("Reduced"), company.reduced, false});
}

} // namespace

Result<Person> createCompany(Connection &connection, const NewCompany &company, UtcTime now, Randomness &randomness,
                             const QString &systemUser)
{
    // Hashing takes its time; nothing is locked meanwhile.
    const Person owner = ownerOf(company, now, randomness);
    const QString passwordHash = hashSecret(company.password, randomness);
    Transaction transaction(connection);
    if (hasCompany(transaction)) {
        return failure(ProblemKind::Conflict, QStringLiteral("company.exists"), tr("There is a company here already."),
                       tr("Choose another data folder, or go on with the company that is here."));
    }
    Location shop = company.shop;
    shop.id = makeId<LocationId>(now, randomness);
    shop.code = QStringLiteral("MAIN");
    ReferenceWriter writer(transaction);
    writer.save(Company{makeUuid7(now, randomness), company.name, shop.currency});
    writer.save(shop);
    saveTaxClasses(writer, company, now, randomness);
    writer.save(owner, passwordHash, now);
    writer.finish();
    const QJsonObject name{{QStringLiteral("to"), company.name}};
    writeAudit(transaction, {{QUuid(),
                              now,
                              std::nullopt,
                              QStringLiteral("company.create"),
                              {QStringLiteral("person"), owner.id.value()},
                              std::nullopt,
                              {{QStringLiteral("changes"), QJsonObject{{QStringLiteral("name"), name}}},
                               {QStringLiteral("role"), roleText(owner.role)}},
                              std::nullopt,
                              systemUser}});
    transaction.commit();
    return owner;
}

} // namespace crema::platform
