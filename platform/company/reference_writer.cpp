// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/company/reference_writer.h"

#include "models/feed/entity_types.h"
#include "platform/identity/sessions.h"

namespace crema::platform {

ReferenceWriter::ReferenceWriter(Transaction &transaction) : m_transaction(transaction) {}

void ReferenceWriter::add(QStringView type, const QUuid &id, const QString &audience, const QJsonObject &entity)
{
    m_feed.append({type.toString(), id, audience, false, entity});
}

void ReferenceWriter::addOnly(QStringView type, const QUuid &id, const QStringList &audiences,
                              const QJsonObject &entity)
{
    // Who follows the old audience and the new one reads that it is gone first, and then that it is there.
    const Rows told = m_transaction.run("sync/list_audiences", {type.toString(), id});
    for (int i = 0; i < told.count(); ++i) {
        if (const QString audience = told.text(i, 0); !audiences.contains(audience))
            m_feed.append({type.toString(), id, audience, true, {}});
    }
    for (const QString &audience : audiences)
        add(type, id, audience, entity);
}

void ReferenceWriter::save(const Company &company)
{
    const QJsonObject document = codec::toJson(company);
    m_transaction.run("company/save_company", {document});
    add(entity::company, company.id, companyAudience(), document);
}

void ReferenceWriter::save(const Location &location)
{
    const QJsonObject document = codec::toJson(location);
    m_transaction.run("company/save_location", {location.id, location.code, document});
    add(entity::location, location.id.value(), companyAudience(), document);
}

void ReferenceWriter::save(const Person &person, const std::optional<QString> &passwordHash, UtcTime now)
{
    const QJsonObject document = codec::toJson(person);
    m_transaction.run("identity/save_person",
                      {person.id, person.email, roleText(person.role), person.active, document});
    if (passwordHash)
        m_transaction.run("identity/save_credential", {person.id, *passwordHash, now});
    if (!person.active)
        endSessionsOf(m_transaction, person.id, SessionEnd::PersonDisabled, now);
    else if (passwordHash)
        endSessionsOf(m_transaction, person.id, SessionEnd::PasswordSet, now);
    addOnly(entity::person, person.id.value(), audiencesOf(person), document);
}

void ReferenceWriter::save(const Register &reg)
{
    const QJsonObject document = codec::toJson(reg);
    m_transaction.run("devices/save_register", {reg.id, reg.location, reg.code, reg.device, document});
    addOnly(entity::registerType, reg.id.value(), {audienceOf(reg.location)}, document);
}

void ReferenceWriter::save(const Category &category)
{
    const QJsonObject document = codec::toJson(category);
    m_transaction.run("catalog/save_category", {category.id, document});
    add(entity::category, category.id.value(), companyAudience(), document);
}

void ReferenceWriter::save(const TaxClass &taxClass)
{
    const QJsonObject document = codec::toJson(taxClass);
    m_transaction.run("catalog/save_tax_class", {taxClass.id, taxClass.isDefault, document});
    add(entity::taxClass, taxClass.id.value(), companyAudience(), document);
}

void ReferenceWriter::finish()
{
    writeFeed(m_transaction, m_feed, {});
    m_feed.clear();
}

} // namespace crema::platform
