// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/catalog/category.h"
#include "models/catalog/product.h"
#include "models/catalog/tax_class.h"
#include "models/catalog/variant.h"
#include "models/customers/customer.h"
#include "models/people/company.h"
#include "models/people/person.h"
#include "models/selling/location.h"
#include "models/selling/register.h"
#include "models/selling/sale.h"
#include "models/selling/shift.h"
#include "models/stock/movement.h"

#include <QJsonObject>

/// The JSON of every entity: the same in feed rows, in REST resources and, without the ids, in create operations.
/// Readers take members they do not know in silence and answer `entity.malformed` with the fields otherwise.
namespace crema::codec {

[[nodiscard]] QJsonObject toJson(const Company &company);
[[nodiscard]] QJsonObject toJson(const Location &location);
[[nodiscard]] QJsonObject toJson(const Register &reg);
[[nodiscard]] QJsonObject toJson(const Person &person);
[[nodiscard]] QJsonObject toJson(const OwnRole &role);
[[nodiscard]] QJsonObject toJson(const Category &category);
[[nodiscard]] QJsonObject toJson(const TaxClass &taxClass);
[[nodiscard]] QJsonObject toJson(const Product &product);
[[nodiscard]] QJsonObject toJson(const Variant &variant);
[[nodiscard]] QJsonObject toJson(const Customer &customer);
[[nodiscard]] QJsonObject toJson(const Shift &shift);
[[nodiscard]] QJsonObject toJson(const Sale &sale);
[[nodiscard]] QJsonObject toJson(const StockLevel &level);

[[nodiscard]] Result<Company> readCompany(const QJsonObject &json);
[[nodiscard]] Result<Location> readLocation(const QJsonObject &json);
[[nodiscard]] Result<Register> readRegister(const QJsonObject &json);
/// Of an own role it has no rights yet: withRole() (models/people/role_rules.h) lays them on.
[[nodiscard]] Result<Person> readPerson(const QJsonObject &json);
[[nodiscard]] Result<OwnRole> readRole(const QJsonObject &json);
[[nodiscard]] Result<Category> readCategory(const QJsonObject &json);
[[nodiscard]] Result<TaxClass> readTaxClass(const QJsonObject &json);
[[nodiscard]] Result<Product> readProduct(const QJsonObject &json);
[[nodiscard]] Result<Variant> readVariant(const QJsonObject &json);
[[nodiscard]] Result<Customer> readCustomer(const QJsonObject &json);
[[nodiscard]] Result<Shift> readShift(const QJsonObject &json);
[[nodiscard]] Result<Sale> readSale(const QJsonObject &json);
[[nodiscard]] Result<StockLevel> readStockLevel(const QJsonObject &json);

/// The feed's id of a stock level: made from location and variant (RFC 9562 version 5), so both sides agree on it.
[[nodiscard]] QUuid stockLevelId(LocationId location, VariantId variant);

} // namespace crema::codec
