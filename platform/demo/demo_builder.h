// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/people/person.h"
#include "platform/demo/demo_device.h"
#include "platform/demo/demo_randomness.h"
#include "platform/demo/demo_sales.h"

#include <QHash>
#include <QJsonArray>

#include <vector>

namespace crema::platform {

/// Builds the demo company step by step, in the order of the functions below.
class DemoBuilder
{
public:
    DemoBuilder(Connection &connection, UtcTime now);

    /// Company, places, people, tax classes, categories and registers: what no operation makes.
    void addReferences();
    [[nodiscard]] Result<void> addCatalog();
    [[nodiscard]] Result<void> addCustomers();
    [[nodiscard]] Result<void> addStock();
    [[nodiscard]] Result<void> addSales();
    /// Several articles for one price, which nobody has bought yet.
    [[nodiscard]] Result<void> addBundles();
    /// What makes something cheaper from now on; the month before was sold without it.
    [[nodiscard]] Result<void> addPricing();
    /// Nobody holds the keys of the demo's own registers: they are shut out once their month is told.
    void retireDevices();

private:
    struct Place {
        Location location;
        int salesPerDay = 0;
        int registers = 0;
    };

    void readCompany();
    void readPeople();
    void savePlaces();
    void addDevices(const Place &place);
    /// What this shop gives for buying here; before anybody does.
    void givePoints();
    [[nodiscard]] Product productOf(const QJsonObject &json);
    void addProduct(const QJsonObject &json);
    void addVariants(const QJsonObject &json, const Product &product);
    [[nodiscard]] QList<Variant> variantsOf(const QJsonObject &json, const Product &product);
    void addBundle(const QJsonObject &json);
    [[nodiscard]] QList<BundleComponent> componentsOf(const QJsonArray &parts) const;
    [[nodiscard]] QString nextBarcode();
    [[nodiscard]] std::int64_t receivedOf(const DemoOffer &offer, const Place &place) const;
    /// The ids for what rules of the demo name: "category:tea", "product:GE-TOT", "variant:GE-PAP-S".
    [[nodiscard]] QHash<QString, QString> namedIds() const;
    [[nodiscard]] PersonId cashierAt(const Location &location, int day) const;

    Connection &m_connection;
    UtcTime m_now;
    UtcTime m_begin;
    DemoRandomness m_randomness;
    QList<Place> m_places;
    QList<Person> m_people;
    QHash<QString, TaxClass> m_taxClasses;
    QHash<QString, CategoryId> m_categories;
    QList<DemoOffer> m_offers;
    QList<CustomerId> m_customers;
    QUuid m_company;
    std::vector<DemoDevice> m_devices;
    int m_barcodes = 0;
};

} // namespace crema::platform
