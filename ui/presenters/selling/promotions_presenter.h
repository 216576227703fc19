// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pricing/price_explanation.h"
#include "sync/client/client.h"

#include <QStringList>

namespace crema::presenters {

/// What an import of rules did.
struct RuleImport {
    QList<Promotion> promotions;
    QList<PriceList> lists;
    int created = 0;
    int changed = 0; ///< those that were here before, also where nothing about them is other now
};

/// Whose price is explained, and with what.
struct PriceQuestion {
    QString code;           ///< barcode, SKU or another code of an article
    std::int64_t units = 1; ///< in the smallest unit
    QString customer;       ///< id, or words that fit one customer; empty: none
    QStringList coupons;
};

/// Why something costs what it does here and now.
struct ExplainedPrice {
    SaleLine line; ///< of a bundle only name, SKU and quantity are its own
    QList<PriceStep> steps;
};

/// Promotions and price lists, to look up and to change. The client outlives it.
class PromotionsPresenter
{
public:
    explicit PromotionsPresenter(sync::Client &client) : m_client(client) {}

    /// By name, also those that are switched off.
    [[nodiscard]] QCoro::Task<Result<QList<Promotion>>> list() const;
    [[nodiscard]] QCoro::Task<Result<QList<PriceList>>> priceLists() const;
    /// By id, or by a part of the name that fits one. Errors: `promotion.unknown`, `promotion.ambiguous`.
    [[nodiscard]] QCoro::Task<Result<Promotion>> byWords(QString words) const;
    /// Reads `{"promotions":[…],"price_lists":[…]}`, or one promotion alone, in the form of docs/promotions.md, and
    /// keeps all of it if all of it reads. One without an id is the one of the same name, or a new one. Errors:
    /// `json.malformed`, `entity.malformed`, and those of sync::Client::keepPromotion().
    [[nodiscard]] QCoro::Task<Result<RuleImport>> importRules(QByteArray document, bool dryRun) const;
    [[nodiscard]] QCoro::Task<Result<Promotion>> disable(QString words) const;
    /// Errors: `product.unknown_code`, `customer.unknown`, and those of sync::Client::quote().
    [[nodiscard]] QCoro::Task<Result<ExplainedPrice>> explain(PriceQuestion question) const;

private:
    sync::Client &m_client;
};

} // namespace crema::presenters
