// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/problem.h"
#include "ui/presenters/catalog/catalog_order.h"
#include "ui/presenters/catalog/catalog_texts.h"
#include "ui/presenters/shell/notices.h"
#include "ui/presenters/shop_desk.h"

#include <QCoroTask>

#include <QPointer>
#include <QSet>

#include <stop_token>

namespace crema {

/// Edits of single cells of the catalog. Each becomes one operation of the queue and one step that people can take
/// back. What a person saw is what the edit says it started from, so two edits of different fields never collide.
/// Desk and notices outlive it.
class CatalogEditing final : public QObject
{
    Q_OBJECT

public:
    CatalogEditing(ShopDesk &desk, Notices &notices, const CatalogTexts &texts, QObject *parent = nullptr);
    ~CatalogEditing() override;

    /// The columns that the person who is signed in may edit now.
    [[nodiscard]] QSet<CatalogColumn> editableColumns() const;
    /// Says who may edit a cell that the person may not; ends in explained().
    void explain(CatalogColumn column);
    /// Reads the text and records the change; ends in saved() or refused(). A text that changes nothing is saved().
    void submit(const CatalogRow &row, CatalogColumn column, const QString &text);
    /// The product that the last refusal named; null for none.
    [[nodiscard]] ProductId linkedProduct() const { return m_linked; }

Q_SIGNALS:
    void saved(const QList<crema::CatalogRow> &product, crema::VariantId variant, crema::CatalogColumn column);
    /// `link` is what a button beside the sentence says; empty for none.
    void refused(const QString &sentence, const QString &link);
    void explained(const crema::Problem &problem);

private:
    using Self = QPointer<CatalogEditing>;

    /// One change with its way back. Exactly one of the pairs differs.
    struct Change {
        Product productBefore;
        Product productAfter;
        Variant variantBefore;
        Variant variantAfter;
        CatalogColumn column = CatalogColumn::Name;

        [[nodiscard]] bool ofProduct() const { return !(productBefore == productAfter); }
        [[nodiscard]] Change inverse() const
        {
            return {productAfter, productBefore, variantAfter, variantBefore, column};
        }
    };

    [[nodiscard]] static Result<Change> readChange(const sync::ProductView &product, const CatalogRow &row,
                                                   CatalogColumn column, const QString &text, Currency currency,
                                                   const QLocale &locale);
    [[nodiscard]] QString textOf(const Change &change, const CatalogRow &row) const;
    void refuse(const Problem &problem);
    void refuseTaken(const sync::CodeHit &holder);
    void post(const Change &change, const CatalogRow &row);

    static QCoro::Task<> edit(Self self, std::stop_token stop, CatalogRow row, CatalogColumn column, QString text);
    static QCoro::Task<> takeBack(Self self, std::stop_token stop, Change change);
    static QCoro::Task<> nameWhoMay(Self self, std::stop_token stop, CatalogColumn column);
    static QCoro::Task<Result<sync::ProductView>> record(ShopDesk &desk, Change change);
    static QCoro::Task<Result<sync::CodeHit>> holderOf(ShopDesk &desk, Change change);

    ShopDesk &m_desk;
    Notices &m_notices;
    CatalogTexts m_texts;
    std::stop_source m_stop;
    ProductId m_linked;
};

} // namespace crema
