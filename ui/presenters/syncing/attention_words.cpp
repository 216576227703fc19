// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/syncing/attention_words.h"

#include "models/base/json.h"
#include "models/money/money_input.h"
#include "models/money/money_text.h"
#include "models/settings/setting.h"
#include "ui/presenters/people/person_words.h"
#include "ui/presenters/syncing/queue_words.h"
#include "ui/presenters/till/till_texts.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace crema {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(AttentionWords)
};

/// The item as the queue's words take it.
sync::QueueEntry asEntry(const QString &type, const SubjectRef &subject, const QString &name,
                         const QList<sync::AttentionField> &fields)
{
    QJsonObject edited;
    for (const sync::AttentionField &field : fields)
        edited.insert(field.field, QJsonObject());
    sync::QueueEntry entry;
    entry.operation.type = type;
    entry.operation.subject = subject;
    entry.operation.body = {{QStringLiteral("fields"), edited}};
    entry.subjectName = name;
    return entry;
}

sync::QueueEntry asEntry(const sync::AttentionItem &item)
{
    return asEntry(item.operationType, item.subject, item.subjectName, item.fields);
}

QString listOf(const QList<sync::AttentionField> &fields)
{
    QStringList labels;
    for (const sync::AttentionField &field : fields)
        labels.append(fieldLabel(field.field));
    return labels.join(QStringLiteral(", "));
}

Problem notWhole(const QString &typed)
{
    return {ProblemKind::Invalid,
            QStringLiteral("field.number"),
            Texts::tr("“%1” is not a whole number.").arg(typed),
            Texts::tr("Write digits only."),
            {}};
}

Unit unitOf(const Price &price)
{
    return price.per == 1 ? Unit::Piece : Unit::Gram;
}

} // namespace

QString attentionTitle(const sync::AttentionItem &item)
{
    if (item.operationType.isEmpty())
        return Texts::tr("Something that the platform could not read");
    return queueActionText(asEntry(item));
}

Problem attentionProblem(const sync::AttentionItem &item)
{
    Problem problem = item.problem.value_or(Problem());
    if (item.outcome == Outcome::Conflict) {
        problem.message = Texts::tr("Changed in two places: %1.").arg(listOf(item.fields));
        problem.hint = item.isDecidable() ? Texts::tr("Choose what should stand.")
                                          : Texts::tr("Ask somebody who may edit it to choose.");
    } else if (item.outcome == Outcome::DeadLetter && problem.message.isEmpty()) {
        problem.message = Texts::tr("The platform could not read this. It keeps it whole, nothing is lost.");
    }
    return problem;
}

QString attentionIcon(const sync::AttentionItem &item)
{
    return item.operationType.isEmpty() ? QStringLiteral("warn") : queueIcon(asEntry(item));
}

QString attentionAddress(const sync::AttentionItem &item)
{
    return queueAddress(asEntry(item));
}

QString waitingTitle(const sync::WaitingItem &item)
{
    return queueActionText(asEntry(item.operationType, item.subject, item.subjectName, {}));
}

QString waitingReason(const sync::WaitingItem &item)
{
    if (item.causeType.isEmpty())
        return Texts::tr("It waits for a change of another device. It goes on by itself.");
    const QString cause = queueActionText(asEntry(item.causeType, {}, item.causeName, {}));
    if (item.card)
        return Texts::tr("It waits for “%1”, which needs a decision.").arg(cause);
    return Texts::tr("It waits for “%1”. It goes on by itself.").arg(cause);
}

QString fieldLabel(const QString &field)
{
    if (const Setting *setting = findSetting(field))
        return settingTitle(*setting);
    if (field == QLatin1String("price"))
        return Texts::tr("Price");
    if (field == QLatin1String("cost"))
        return Texts::tr("Cost");
    if (field == QLatin1String("tax_class"))
        return Texts::tr("Tax class");
    if (field == QLatin1String("unit"))
        return Texts::tr("Counted in");
    if (field == QLatin1String("weight_grams"))
        return Texts::tr("Weight in grams");
    if (field == QLatin1String("options"))
        return Texts::tr("Options");
    if (field == QLatin1String("components"))
        return Texts::tr("Parts of the bundle");
    if (field == QLatin1String("archived"))
        return Texts::tr("Archived");
    if (field == QLatin1String("name"))
        return Texts::tr("Name");
    if (field == QLatin1String("description"))
        return Texts::tr("Description");
    if (field == QLatin1String("brand"))
        return Texts::tr("Brand");
    if (field == QLatin1String("sku"))
        return Texts::tr("SKU");
    if (field == QLatin1String("barcodes"))
        return Texts::tr("Barcodes");
    if (field == QLatin1String("email"))
        return Texts::tr("E-mail");
    if (field == QLatin1String("role"))
        return Texts::tr("Role");
    if (field == QLatin1String("active"))
        return Texts::tr("May sign in");
    if (field == QLatin1String("locations"))
        return Texts::tr("Works at");
    if (field == QLatin1String("pin"))
        return Texts::tr("PIN");
    if (field == QLatin1String("badge"))
        return Texts::tr("Badge");
    if (field == QLatin1String("allowed"))
        return Texts::tr("Allowed");
    if (field == QLatin1String("with_approval"))
        return Texts::tr("With a colleague's PIN");
    if (field == QLatin1String("discount_limit"))
        return Texts::tr("Takes off a sale");
    if (field == QLatin1String("refund_limit"))
        return Texts::tr("Pays back at once");
    if (field == QLatin1String("retired"))
        return Texts::tr("Retired");
    if (field == QLatin1String("base"))
        return Texts::tr("Made from");
    if (field == QLatin1String("permissions"))
        return Texts::tr("Rights");
    if (field == QLatin1String("phone"))
        return Texts::tr("Phone");
    if (field == QLatin1String("tax_id"))
        return Texts::tr("Tax id");
    if (field == QLatin1String("notes"))
        return Texts::tr("Notes");
    if (field == QLatin1String("consent"))
        return Texts::tr("Offers by e-mail");
    if (field == QLatin1String("group") || field == QLatin1String("customer_groups"))
        return Texts::tr("Customer group");
    if (field == QLatin1String("price_list"))
        return Texts::tr("Price list");
    if (field == QLatin1String("prices"))
        return Texts::tr("Prices");
    if (field == QLatin1String("conditions"))
        return Texts::tr("Conditions");
    if (field == QLatin1String("action"))
        return Texts::tr("What it gives");
    if (field == QLatin1String("coupons"))
        return Texts::tr("Coupons");
    if (field == QLatin1String("priority"))
        return Texts::tr("Priority");
    if (field == QLatin1String("disabled"))
        return Texts::tr("Switched off");
    if (field == QLatin1String("exclusive"))
        return Texts::tr("Stands alone");
    return field;
}

namespace {

/// What has a form of its own, as short as it can be told.
QString rawText(const QJsonValue &value)
{
    if (value.isObject())
        return QString::fromUtf8(json::writeCanonical(value.toObject()));
    const QJsonArray array = value.toArray();
    if (array.isEmpty())
        return QStringLiteral("–");
    if (!array.first().isString())
        return Texts::tr("%n entry(s)", nullptr, static_cast<int>(array.size()));
    QStringList words;
    for (const QJsonValue &each : array)
        words.append(each.toString());
    return words.join(QStringLiteral(", "));
}

} // namespace

QString FieldTexts::shown(const FieldValue &value) const
{
    const TillTexts texts(m_locale);
    const QString nothing = QStringLiteral("–");
    if (const auto *text = std::get_if<QString>(&value))
        return text->isEmpty() ? nothing : *text;
    if (const auto *flag = std::get_if<bool>(&value))
        return *flag ? Texts::tr("Yes") : Texts::tr("No");
    if (const auto *grams = std::get_if<std::int64_t>(&value))
        return texts.quantity(Quantity(*grams), Unit::Gram);
    if (const auto *money = std::get_if<Money>(&value))
        return texts.amount(*money);
    if (const auto *price = std::get_if<Price>(&value))
        return texts.price(*price, unitOf(*price));
    if (const auto *unit = std::get_if<Unit>(&value))
        return *unit == Unit::Gram ? Texts::tr("Grams") : Texts::tr("Pieces");
    if (const auto *id = std::get_if<TaxClassId>(&value)) {
        for (const TaxClass &taxClass : m_taxClasses) {
            if (taxClass.id == *id)
                return taxClass.name;
        }
        return Texts::tr("A tax class that is not known here");
    }
    if (const auto *role = std::get_if<RoleRef>(&value))
        return roleName(*role, m_roles);
    if (const auto *permissions = std::get_if<QList<Permission>>(&value))
        return permissionNames(*permissions);
    if (const auto *consent = std::get_if<Consent>(&value)) {
        return Texts::tr("%1, %2", "what somebody said of offers by e-mail, and how")
            .arg(consentStateName(consent->state), consentSourceName(consent->source));
    }
    if (const auto *share = std::get_if<Share>(&value))
        return shareText(share->tenThousandths, m_locale);
    if (const auto *raw = std::get_if<RawValue>(&value))
        return rawText(raw->json);
    if (const auto *locations = std::get_if<QList<LocationId>>(&value)) {
        return locations->isEmpty() ? Texts::tr("Everywhere")
                                    : Texts::tr("%n place(s)", nullptr, static_cast<int>(locations->size()));
    }
    if (const auto *options = std::get_if<QList<VariantOption>>(&value)) {
        Variant variant;
        variant.options = *options;
        return options->isEmpty() ? nothing : variant.optionText();
    }
    return nothing;
}

QString FieldTexts::shown(const QString &field, const FieldValue &value) const
{
    const auto *number = std::get_if<std::int64_t>(&value);
    if (number && fieldKind(field) == FieldKind::Number && !findSetting(field))
        return m_locale.toString(qlonglong(*number));
    const Setting *setting = findSetting(field);
    return setting ? settingValueText(*setting, fieldValueToJson(value)) : shown(value);
}

QString FieldTexts::typed(const FieldValue &value) const
{
    if (const auto *text = std::get_if<QString>(&value))
        return *text;
    if (const auto *grams = std::get_if<std::int64_t>(&value))
        return QString::number(qlonglong(*grams));
    if (const auto *money = std::get_if<Money>(&value))
        return plainAmount(*money).replace(u'.', m_locale.decimalPoint());
    if (const auto *price = std::get_if<Price>(&value))
        return plainAmount(price->amount).replace(u'.', m_locale.decimalPoint());
    return {};
}

bool FieldTexts::isTyped(FieldKind kind)
{
    return kind == FieldKind::Text || kind == FieldKind::Price || kind == FieldKind::Money ||
           kind == FieldKind::Grams || kind == FieldKind::Number;
}

Result<FieldValue> FieldTexts::read(FieldKind kind, const QString &text, const FieldValue &like) const
{
    const QString trimmed = text.trimmed();
    if (kind == FieldKind::Text)
        return FieldValue(trimmed);
    if (trimmed.isEmpty())
        return FieldValue();
    if (kind == FieldKind::Number) {
        bool isNumber = false;
        const qlonglong number = m_locale.toLongLong(trimmed, &isNumber);
        if (isNumber)
            return FieldValue(static_cast<std::int64_t>(number));
        return failure(notWhole(trimmed));
    }
    if (kind == FieldKind::Grams) {
        bool isNumber = false;
        const qlonglong grams = m_locale.toLongLong(trimmed, &isNumber);
        if (isNumber && grams >= 0)
            return FieldValue(static_cast<std::int64_t>(grams));
        return failure(ProblemKind::Invalid, QStringLiteral("field.number"),
                       Texts::tr("“%1” is not a whole number of grams.").arg(trimmed), Texts::tr("Write digits only."));
    }
    const Result<Money> money = MoneyInput::parse(trimmed, m_currency, m_locale);
    if (!money)
        return failure(money.error());
    if (kind == FieldKind::Money)
        return FieldValue(*money);
    const auto *price = std::get_if<Price>(&like);
    return FieldValue(Price{*money, price ? price->per : 1});
}

QString madeBy(const QString &person, const QString &place, const QString &when)
{
    QStringList parts;
    for (const QString &part : {person, place, when}) {
        if (!part.isEmpty())
            parts.append(part);
    }
    return parts.join(QStringLiteral(" · "));
}

} // namespace crema
