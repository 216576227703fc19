// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/bundle_rules.h"
#include "ui/presenters/catalog/catalog_texts.h"
#include "ui/presenters/shell/notices.h"
#include "ui/presenters/shop_desk.h"

#include <QCoroTask>

#include <QPointer>

#include <stop_token>

namespace crema {

/// One part of a bundle that is put together.
struct BundleEditorRow {
    VariantId variant;
    QString name;
    QString sku;
    std::int64_t quantity = 1; ///< in its smallest unit
    Unit unit = Unit::Piece;
    QString priceText;   ///< what so much of it costs by itself; empty without a price
    QString problemText; ///< why the bundle cannot be sold with it; empty for most

    friend bool operator==(const BundleEditorRow &, const BundleEditorRow &) = default;
};

/// Something that can be put into the bundle.
struct BundleHit {
    QString name;
    QString sku;
    QString priceText;

    friend bool operator==(const BundleHit &, const BundleHit &) = default;
};

/// What is in a bundle (ADR 064), as somebody puts it together: nothing is recorded before save(), which is one step
/// that can be taken back. Desk and notices outlive it.
class BundleEditor final : public QObject
{
    Q_OBJECT

public:
    static constexpr int maxHits = 20;

    BundleEditor(ShopDesk &desk, Notices &notices, const CatalogTexts &texts, QObject *parent = nullptr);
    ~BundleEditor() override;

    /// Reads the variant; ends in wanted(), or in explained() where nobody here may change it.
    void open(ProductId product, VariantId variant);

    [[nodiscard]] const QString &title() const { return m_title; }
    [[nodiscard]] const QList<BundleEditorRow> &rows() const { return m_rows; }
    /// "One by one they cost €34.60. The bundle costs €29.90." Empty while nothing is in it.
    [[nodiscard]] QString sumText() const;
    /// Why it cannot be saved like this; empty: nothing is wrong with it.
    [[nodiscard]] const QString &problemText() const { return m_problem; }
    /// Whether anything would be recorded.
    [[nodiscard]] bool isChanged() const { return components() != m_before.components; }
    /// From save() until it ends; nothing is recorded twice.
    [[nodiscard]] bool isSaving() const { return m_isSaving; }

    [[nodiscard]] const QList<BundleHit> &hits() const { return m_hits; }
    void setSearchText(const QString &text);
    /// A code, else the first of the hits. Ends in taken(), or in changed() with a problem.
    void enter(const QString &text);
    /// One piece of it more where it is there already.
    void addHit(int row);
    /// At zero it is taken out.
    void setQuantity(int row, std::int64_t quantity);
    void remove(int row);
    /// Ends in saved(), or in changed() with a problem.
    void save();

Q_SIGNALS:
    /// Somebody wants to put this bundle together.
    void wanted();
    void changed();
    /// What was entered is in it now, and searched for no more.
    void taken(const QString &text);
    void saved(const QList<crema::CatalogRow> &product);
    void explained(const crema::Problem &problem);

private:
    using Self = QPointer<BundleEditor>;

    /// An article of the catalog, of which a row shows one.
    struct Article {
        Variant variant;
        QString name;
        bool archived = false;
    };

    [[nodiscard]] QList<BundleComponent> components() const;
    [[nodiscard]] QList<KnownComponent> known() const;
    [[nodiscard]] static Article articleOf(const sync::ProductView &product, const sync::VariantView &view);
    /// Whether it is in it now; else problemText() says why not.
    bool add(const Article &article);
    void refuse(const Problem &problem);
    void showRows();
    void post(const Variant &after);

    static QCoro::Task<> read(Self self, std::stop_token stop, ProductId product, VariantId variant);
    static QCoro::Task<> search(Self self, std::stop_token stop, QString text);
    static QCoro::Task<> addCode(Self self, std::stop_token stop, QString code);
    static QCoro::Task<> record(Self self, std::stop_token stop, Variant before, Variant after, bool isUndo);

    ShopDesk &m_desk;
    Notices &m_notices;
    CatalogTexts m_texts;
    std::stop_source m_stop;
    std::stop_source m_searchStop;
    Variant m_before; ///< as the person saw it
    QString m_title;
    /// What is in it now: the articles in their order, and of each so much.
    QList<Article> m_articles;
    QList<Quantity> m_quantities;
    QList<BundleEditorRow> m_rows;
    QString m_searchText;
    QList<Article> m_found;
    QList<BundleHit> m_hits;
    QString m_problem;
    bool m_isSaving = false;
};

} // namespace crema
