// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/customer_bodies.h"

#include "models/feed/entity_codec.h"
#include "models/feed/json_values.h"

#include <QCoreApplication>

namespace crema::body {
namespace {

const QString malformed = QStringLiteral("operation.malformed");

} // namespace

QJsonObject toJson(const Customer &customer)
{
    QJsonObject json = codec::toJson(customer);
    for (const QLatin1String name : {QLatin1String("id"), QLatin1String("merged_from"), QLatin1String("merged_into")})
        json.remove(name);
    return json;
}

Result<Customer> readCustomerCreate(const Operation &operation)
{
    QJsonObject json = operation.body;
    json.insert(QStringLiteral("id"), operation.subject.id.toString(QUuid::WithoutBraces));
    // Only operations of their own say so.
    for (const QLatin1String name :
         {QLatin1String("erased_at"), QLatin1String("merged_from"), QLatin1String("merged_into")})
        json.remove(name);
    Result<Customer> customer = codec::readCustomer(json);
    if (!customer)
        customer.error().code = malformed;
    return customer;
}

const EditableFields &customerFields()
{
    static const EditableFields fields{
        {QStringLiteral("name"), QStringLiteral("email"), QStringLiteral("phone"), QStringLiteral("tax_id"),
         QStringLiteral("notes"), QStringLiteral("archived"), QStringLiteral("consent"), QStringLiteral("group"),
         QStringLiteral("price_list"), QStringLiteral("card")},
        {},
        {QStringLiteral("tax_id"), QStringLiteral("group"), QStringLiteral("price_list")}};
    return fields;
}

int schemaOf(const Customer &customer)
{
    return customer.card.isEmpty() ? 1 : 2;
}

int schemaOfCustomerEdit(const Edit &edit)
{
    return edit.fields.contains(QStringLiteral("card")) ? 2 : 1;
}

QJsonObject toJson(const CustomerErase &body)
{
    return {{QStringLiteral("reason"), eraseReasonText(body.reason)}};
}

Result<CustomerErase> readCustomerErase(const Operation &operation)
{
    JsonFields fields(operation.body);
    const auto reason = eraseReasonFromText(fields.text(QStringLiteral("reason"), 1, 40));
    if (!reason)
        fields.add(QStringLiteral("reason"),
                   QCoreApplication::translate("crema::body", "This reason is not known here."));
    return fields.result(CustomerErase{reason.value_or(EraseReason::Requested)}, malformed);
}

QJsonObject toJson(const CustomerMerge &body)
{
    QJsonObject json{{QStringLiteral("into"), body.into.toString()}};
    if (body.moves)
        json.insert(QStringLiteral("moves"), true);
    return json;
}

Result<CustomerMerge> readCustomerMerge(const Operation &operation)
{
    JsonFields fields(operation.body);
    const CustomerMerge body{fields.id<CustomerId>(QStringLiteral("into")),
                             fields.booleanOr(QStringLiteral("moves"), false)};
    if (body.into.value() == operation.subject.id)
        fields.add(QStringLiteral("into"),
                   QCoreApplication::translate("crema::body", "Nobody is merged into themselves."));
    return fields.result(body, malformed);
}

} // namespace crema::body
