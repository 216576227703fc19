// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/action.h"
#include "ui/presenters/shop_desk.h"
#include "ui/presenters/till/till_presenter.h"

#include <QHash>
#include <QPointer>

#include <stop_token>

namespace crema {

/// Puts something into the cart that is no article: what it is, what it costs, how it is taxed (ADR 059). Everything
/// given outlives it.
class OffCatalogPresenter final : public QObject
{
    Q_OBJECT

public:
    OffCatalogPresenter(ShopDesk &desk, TillPresenter &till, const QLocale &locale, QObject *parent = nullptr);
    ~OffCatalogPresenter() override;

    /// Id: till.off-catalog, which asks a screen to show where it is done.
    [[nodiscard]] ActionList &actions() { return m_actions; }

    /// Begins anew: reads the tax classes, and asks a screen to show it.
    void want();

    struct TaxChoice {
        TaxClassId id;
        QString text; ///< "Standard · 19 %"

        bool operator==(const TaxChoice &) const = default;
    };
    /// How it can be taxed, the usual way first; empty until they are read.
    [[nodiscard]] const QList<TaxChoice> &taxChoices() const { return m_choices; }
    /// Why nothing can be added now; empty when it can.
    [[nodiscard]] QString obstacle() const;
    [[nodiscard]] QString amountText(std::int64_t minor) const;

    /// `price` as people type money. True when it lies in the cart; else problem() says what is wrong.
    bool add(const QString &name, const QString &price, TaxClassId taxClass);
    /// The same in minor units.
    bool addMinor(const QString &name, std::int64_t minor, TaxClassId taxClass);

    /// What is wrong with a field: name, price; of "" what is about none of them.
    [[nodiscard]] QString problem(const QString &field = {}) const { return m_problems.value(field); }

Q_SIGNALS:
    void changed();
    /// Somebody wants to add something.
    void wanted();
    /// It lies in the cart.
    void added();

private:
    using Self = QPointer<OffCatalogPresenter>;

    void updateActions();
    void refuse(const Problem &problem);
    void showClasses(QList<TaxClass> classes);
    static QCoro::Task<> readClasses(Self self, std::stop_token stop);

    ShopDesk &m_desk;
    TillPresenter &m_till;
    QLocale m_locale;
    TillTexts m_texts;
    ActionList m_actions;
    std::stop_source m_stop;
    QList<TaxClass> m_classes;
    QList<TaxChoice> m_choices;
    QHash<QString, QString> m_problems;
};

} // namespace crema
