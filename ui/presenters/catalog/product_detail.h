// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/catalog/bundle_editor.h"
#include "ui/presenters/catalog/catalog_editing.h"
#include "ui/presenters/catalog/catalog_table_model.h"

#include <memory>

namespace crema {

enum class DetailFace {
    Closed,
    Loading, ///< another product was shown before, or none
    Shown,
    Error, ///< problem() says why
};

/// The texts of one product; an empty one is left out.
struct ProductDetailView {
    QString name;
    QString brand;
    QString description;
    QString categories;
    QString taxText;      ///< "Standard, 20 %"
    QString variantsText; ///< "3 variants"
    QString partsText;    ///< "2 × House blend 250 g, 1 × Mug": what is in a bundle
    CellBadge state;      ///< saved here, sending, synced, needs attention
    bool archived = false;

    friend bool operator==(const ProductDetailView &, const ProductDetailView &) = default;
};

/// One product with its variants as a table of its own, whose cells are edited like those of the list.
/// Everything given outlives it.
class ProductDetail final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::int64_t tintMs = 600;
    static constexpr std::int64_t refreshDelayMs = 400;

    ProductDetail(ShopDesk &desk, Clock &clock, Notices &notices, const CatalogTexts &texts, QObject *parent = nullptr);
    ~ProductDetail() override;

    void show(ProductId product);
    void close();
    /// Reads it again.
    void refresh();
    /// Takes values that were saved elsewhere, when they are of this product.
    void take(const QList<CatalogRow> &product);
    void setStates(const RecordStates &states);

    [[nodiscard]] DetailFace face() const { return m_face; }
    /// The product's id as text; empty while closed.
    [[nodiscard]] QString place() const { return m_product.isNull() ? QString() : m_product.toString(); }
    [[nodiscard]] const ProductDetailView &view() const { return m_view; }
    [[nodiscard]] const std::optional<Problem> &problem() const { return m_problem; }
    [[nodiscard]] CatalogTableModel &table() { return m_table; }

    void submitCell(int row, int column, const QString &text);
    void explainCell(int column) { m_editing.explain(m_table.columnAt(column)); }
    void openLinked();
    /// What is in the variant of this row is put together: see bundle().
    void editParts(int row);
    [[nodiscard]] BundleEditor &bundle() { return m_bundle; }

Q_SIGNALS:
    void changed();
    void cellSaved();
    void cellRefused(const QString &sentence, const QString &link);
    /// Values of this product were saved here.
    void rowsSaved(const QList<crema::CatalogRow> &product);
    void explained(const crema::Problem &problem);
    /// The person went to another product.
    void moved();

private:
    using Self = QPointer<ProductDetail>;

    void showProduct(const sync::ProductView &product, const QList<TaxClass> &taxClasses);
    void showSaved(const QList<CatalogRow> &product, VariantId variant, CatalogColumn column);
    void showState();
    void refreshSoon();
    [[nodiscard]] QString partsText(const sync::ProductView &product) const;
    [[nodiscard]] QString taxText(const Product &product, const QList<TaxClass> &classes) const;

    static QCoro::Task<> read(Self self, std::stop_token stop, ProductId product);

    ShopDesk &m_desk;
    Clock &m_clock;
    CatalogTexts m_texts;
    CatalogTableModel m_table;
    CatalogEditing m_editing;
    BundleEditor m_bundle;
    std::stop_source m_stop;
    DetailFace m_face = DetailFace::Closed;
    ProductId m_product;
    ProductDetailView m_view;
    RecordStates m_states;
    std::optional<Problem> m_problem;
    std::unique_ptr<Timer> m_tintTimer;
    std::unique_ptr<Timer> m_refreshTimer;
};

} // namespace crema
