// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace crema {
class CustomerListPresenter;
} // namespace crema

namespace crema::desktop {

class Card;
class FormField;
class Theme;

/// The points of a customer, and how many a manager adds or takes away.
class CustomerPointsCard final : public QWidget
{
    Q_OBJECT

public:
    CustomerPointsCard(const Theme &theme, CustomerListPresenter &presenter, QWidget *parent = nullptr);

private:
    void adjust();
    void showState();
    void showAdjusted(const QString &says);

    CustomerListPresenter &m_presenter;
    Card *m_card;
    QLabel *m_balance;
    QLineEdit *m_points;
    QLineEdit *m_reason;
    FormField *m_pointsField;
    FormField *m_reasonField;
    QString m_shownId;
};

} // namespace crema::desktop
