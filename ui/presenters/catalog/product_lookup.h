// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/problem.h"
#include "ui/presenters/catalog/catalog_texts.h"
#include "ui/presenters/shop_desk.h"

#include <QCoroTask>

#include <QPointer>

#include <stop_token>

namespace crema {

/// One variant as somebody who stands before a shelf wants to know it. Empty texts are left out.
struct LookupView {
    QString name;
    QString option;
    QString priceText; ///< "€14.50", or that there is no price
    QString stockText; ///< "12"; empty for who does not see stock
    QString sku;
    QString barcodes;
    QString category;
    QString weight;
    QString brand;
    QString description;
    QStringList parts;         ///< of a bundle: "2 × House blend 250 g"
    QStringList otherVariants; ///< "1 kg: €59.00, 18 on hand"; without the stock for who does not see it

    [[nodiscard]] bool isEmpty() const { return name.isEmpty(); }
    friend bool operator==(const LookupView &, const LookupView &) = default;
};

struct LookupHit {
    ProductId product;
    VariantId variant;
    QString title;
    QString priceText;
    QString sku;

    friend bool operator==(const LookupHit &, const LookupHit &) = default;
};

/// Looks one product up by a scan or by anything that is typed. The desk outlives it.
class ProductLookup final : public QObject
{
    Q_OBJECT

public:
    static constexpr int maxHits = 50;

    ProductLookup(ShopDesk &desk, const QLocale &locale, QObject *parent = nullptr);
    ~ProductLookup() override;

    /// A code is looked up, and nothing else.
    void scan(const QString &code);
    /// A code, or words: one product is shown, several are hits to choose from.
    void enter(const QString &text);
    void choose(qsizetype hit);
    void show(ProductId product, VariantId variant);
    void clear();

    [[nodiscard]] const LookupView &view() const { return m_view; }
    [[nodiscard]] const QList<LookupHit> &hits() const { return m_hits; }
    [[nodiscard]] bool isReading() const { return m_reading; }

Q_SIGNALS:
    void changed();
    /// Nothing has this code or these words, or it could not be read.
    void refused(const crema::Problem &problem);

private:
    using Self = QPointer<ProductLookup>;
    enum class Search { CodeOnly, CodeOrWords };

    void begin(const QString &text, Search search);
    void refuse(const Problem &problem);
    [[nodiscard]] QString otherText(const CatalogRow &row, const QString &price) const;
    void showVariant(const sync::ProductView &product, VariantId variant);
    void showHits(const QString &text, const QList<sync::ProductView> &products);

    static QCoro::Task<> find(Self self, std::stop_token stop, QString text, Search search);
    static QCoro::Task<> read(Self self, std::stop_token stop, ProductId product, VariantId variant);

    ShopDesk &m_desk;
    CatalogTexts m_texts;
    std::stop_source m_stop;
    LookupView m_view;
    QList<LookupHit> m_hits;
    bool m_reading = false;
};

} // namespace crema
