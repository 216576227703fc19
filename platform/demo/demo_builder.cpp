// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/demo/demo_builder.h"

#include "models/catalog/barcode.h"
#include "models/operations/bodies.h"
#include "models/operations/edit.h"
#include "models/operations/operation_types.h"
#include "models/settings/setting.h"
#include "platform/demo/demo_files.h"

#include <utility>

namespace crema::platform {
namespace {

constexpr int days = 30;
constexpr std::int64_t dayLengthMs = 24ll * 60 * 60 * 1000;
constexpr std::int64_t openingMs = 7ll * 60 * 60 * 1000;

/// Every choice of one value for each option, as pairs of names and values.
QList<QList<QJsonObject>> combinations(const QJsonArray &options)
{
    QList<QList<QJsonObject>> all{{}};
    for (const QJsonValue &option : options) {
        QList<QList<QJsonObject>> longer;
        const QJsonArray values = option.toObject().value(QStringLiteral("values")).toArray();
        for (const QList<QJsonObject> &begun : std::as_const(all)) {
            for (const QJsonValue &value : values) {
                QJsonObject chosen = value.toObject();
                chosen.insert(QStringLiteral("option"), option.toObject().value(QStringLiteral("name")));
                longer.append(begun + QList<QJsonObject>{chosen});
            }
        }
        all = longer;
    }
    return all;
}

QString barcodeOf(int number)
{
    const QString digits = QStringLiteral("29%1").arg(number, 10, 10, QLatin1Char('0'));
    return Barcode::parse(digits + QString::number(gtinCheckDigit(digits)))->normalised();
}

} // namespace

DemoBuilder::DemoBuilder(Connection &connection, UtcTime now)
    : m_connection(connection), m_now(now), m_begin(now.msSinceEpoch() / dayLengthMs * dayLengthMs - days * dayLengthMs)
{}

Result<void> DemoBuilder::addCatalog()
{
    const QJsonArray products = demoFile(QStringLiteral("products")).value(QStringLiteral("products")).toArray();
    for (const QJsonValue &product : products)
        addProduct(product.toObject());
    return m_devices.back().push(m_now);
}

Product DemoBuilder::productOf(const QJsonObject &json)
{
    Product product;
    product.id = makeId<ProductId>(m_begin, m_randomness);
    product.name = json.value(QStringLiteral("name")).toString();
    product.description = json.value(QStringLiteral("description")).toString();
    product.brand = json.value(QStringLiteral("brand")).toString();
    product.categories = {m_categories.value(json.value(QStringLiteral("category")).toString())};
    product.taxClass = m_taxClasses.value(json.value(QStringLiteral("tax")).toString()).id;
    return product;
}

void DemoBuilder::addProduct(const QJsonObject &json)
{
    const Product product = productOf(json);
    m_devices.back().record(operation::productCreate, {QStringLiteral("product"), product.id.value()},
                            body::toJson(product), m_people.constFirst().id, m_begin);
    addVariants(json, product);
}

QString DemoBuilder::nextBarcode()
{
    return barcodeOf(++m_barcodes);
}

QList<Variant> DemoBuilder::variantsOf(const QJsonObject &json, const Product &product)
{
    const Currency currency = m_places.constFirst().location.currency;
    QList<Variant> variants;
    const auto chosen = combinations(json.value(QStringLiteral("options")).toArray());
    for (const QList<QJsonObject> &values : chosen) {
        Variant variant;
        variant.id = makeId<VariantId>(m_begin, m_randomness);
        variant.product = product.id;
        variant.sku = json.value(QStringLiteral("sku")).toString();
        std::int64_t price = json.value(QStringLiteral("price")).toInteger();
        for (const QJsonObject &value : values) {
            variant.options.append(
                {value.value(QStringLiteral("option")).toString(), value.value(QStringLiteral("value")).toString()});
            variant.sku += QLatin1Char('-') + value.value(QStringLiteral("code")).toString();
            price += value.value(QStringLiteral("price")).toInteger();
            if (value.contains(QStringLiteral("grams")))
                variant.weightGrams = value.value(QStringLiteral("grams")).toInteger();
        }
        variant.price = Price{Money(price, currency), 1};
        variant.cost = Money(price * json.value(QStringLiteral("cost_percent")).toInteger() / 100, currency);
        variant.barcodes = {nextBarcode()};
        variants.append(variant);
    }
    return variants;
}

void DemoBuilder::addVariants(const QJsonObject &json, const Product &product)
{
    const int popularity = json.value(QStringLiteral("popular")).toBool() ? 12 : 1;
    const TaxClass taxClass = m_taxClasses.value(json.value(QStringLiteral("tax")).toString());
    const QList<Variant> variants = variantsOf(json, product);
    for (const Variant &variant : variants) {
        m_devices.back().record(operation::variantCreate, {QStringLiteral("variant"), variant.id.value()},
                                body::toJson(variant), m_people.constFirst().id, m_begin);
        m_offers.append({product, variant, taxClass, popularity});
    }
}

void DemoBuilder::givePoints()
{
    const Edit edit{{{shop_setting::loyaltyEarn.toString(), FieldEdit{QJsonValue(), QJsonValue(demoPointsPerUnit)}}},
                    {}};
    m_devices.back().record(operation::settingsEdit, {QStringLiteral("settings"), m_company}, editToJson(edit),
                            m_people.constFirst().id, m_begin);
}

Result<void> DemoBuilder::addCustomers()
{
    givePoints();
    const QJsonArray customers = demoFile(QStringLiteral("customers")).value(QStringLiteral("customers")).toArray();
    for (const QJsonValue &value : customers) {
        const QJsonObject json = value.toObject();
        Customer customer;
        customer.id = makeId<CustomerId>(m_begin, m_randomness);
        customer.name = json.value(QStringLiteral("name")).toString();
        customer.email = json.value(QStringLiteral("email")).toString();
        customer.phone = json.value(QStringLiteral("phone")).toString();
        customer.taxId = json.value(QStringLiteral("tax_id")).toString();
        customer.notes = json.value(QStringLiteral("notes")).toString();
        customer.group = json.value(QStringLiteral("group")).toString();
        m_devices.back().record(operation::customerCreate, {QStringLiteral("customer"), customer.id.value()},
                                body::toJson(customer), m_people.constFirst().id, m_begin);
        m_customers.append(customer.id);
    }
    return m_devices.back().push(m_now);
}

std::int64_t DemoBuilder::receivedOf(const DemoOffer &offer, const Place &place) const
{
    if (place.location.kind == LocationKind::Warehouse)
        return offer.popularity > 1 ? 0 : 120;
    // Enough of everything for the month, so that no shelf is below zero on the first day.
    return offer.popularity > 1 ? 400 : 60;
}

Result<void> DemoBuilder::addStock()
{
    for (const Place &place : std::as_const(m_places)) {
        const auto device = std::find_if(m_devices.begin(), m_devices.end(), [&](const DemoDevice &candidate) {
            return candidate.location().id == place.location.id;
        });
        for (const DemoOffer &offer : std::as_const(m_offers)) {
            const std::int64_t received = receivedOf(offer, place);
            if (received == 0)
                continue;
            const auto id = makeId<MovementId>(m_begin, m_randomness);
            device->record(
                operation::stockAdjust, {QStringLiteral("movement"), id.value()},
                body::toJson(body::StockAdjust{offer.variant.id, Quantity(received), MovementReason::Receipt, {}}),
                m_people.constFirst().id, m_begin.plusMs(openingMs / 2));
        }
        if (const Result<void> pushed = device->push(m_now); !pushed)
            return pushed;
    }
    return {};
}

PersonId DemoBuilder::cashierAt(const Location &location, int day) const
{
    QList<PersonId> able;
    for (const Person &person : m_people) {
        if (person.locations.contains(location.id) && person.may(Permission::SalesCreate))
            able.append(person.id);
    }
    return able.isEmpty() ? m_people.constFirst().id : able[day % able.size()];
}

Result<void> DemoBuilder::addSales()
{
    // The first day of the first shop sells one; its code is that of demo_sales.h.
    QString giftCode = demoGiftCode();
    for (DemoDevice &device : m_devices) {
        const auto place = std::find_if(m_places.cbegin(), m_places.cend(), [&](const Place &candidate) {
            return candidate.location.id == device.location().id;
        });
        std::int64_t running = 0;
        for (int day = 0; day < days && place->salesPerDay > 0; ++day) {
            const UtcTime opensAt = m_begin.plusMs(day * dayLengthMs + openingMs);
            const int sales = place->salesPerDay - 6 + static_cast<int>(m_randomness.below(12));
            playDay(device, {opensAt, sales, cashierAt(place->location, day), m_customers, std::exchange(giftCode, {})},
                    m_offers, running, m_randomness);
        }
        if (const Result<void> pushed = device.push(m_now); !pushed)
            return pushed;
    }
    return {};
}

} // namespace crema::platform
