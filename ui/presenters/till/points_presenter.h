// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/loyalty/points_rules.h"
#include "ui/presenters/shop_desk.h"
#include "ui/presenters/till/till_presenter.h"

#include <QPointer>

#include <stop_token>

namespace crema {

/// The points of the customer whom the open sale is for: how many there are, and how many of them are taken for it
/// (ADR 062). Desk and till outlive it.
class PointsPresenter final : public QObject
{
    Q_OBJECT

public:
    PointsPresenter(ShopDesk &desk, TillPresenter &till, const QLocale &locale, QObject *parent = nullptr);
    ~PointsPresenter() override;

    /// Call once, after TillPresenter::start().
    void start();
    /// Somebody asks for them now.
    void arrive();

    /// "250 points, worth €12.50."; empty where nobody is named, or this shop has no points.
    [[nodiscard]] QString balanceText() const;
    /// As many as make sense for the open cart; 0: none.
    [[nodiscard]] std::int64_t offered() const;
    /// What it takes of them now.
    [[nodiscard]] std::int64_t taken() const;
    /// Why none can be taken; empty: some can, or some are.
    [[nodiscard]] QString obstacle() const;

    /// Takes as many as somebody typed, all that make sense for nothing, none for 0. True when that is done, and chosen()
    /// was told; else problem() says why not.
    bool use(const QString &typed);
    [[nodiscard]] const QString &problem() const { return m_problem; }

Q_SIGNALS:
    void changed();
    /// It is decided how many are taken.
    void chosen();

private:
    using Self = QPointer<PointsPresenter>;

    void followCart();
    void read();
    [[nodiscard]] PointsRules rules() const;
    [[nodiscard]] Money takeable() const;
    bool take(std::int64_t points);
    static QCoro::Task<> readPoints(Self self, std::stop_token stop, TillCustomer customer, bool isNew);

    ShopDesk &m_desk;
    TillPresenter &m_till;
    QLocale m_locale;
    std::stop_source m_stop;
    std::optional<TillCustomer> m_customer; ///< whose they are
    std::optional<sync::PointsView> m_view; ///< nothing: not read yet
    QString m_problem;
};

} // namespace crema
