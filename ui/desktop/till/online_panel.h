// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace crema {
class TillPresenter;
} // namespace crema

namespace crema::desktop {

class AmountLabel;
class QrCodeView;
class Theme;
class TouchButton;

/// In the place of the payment while an online payment is awaited: how much, the code that the customer scans, what
/// goes on and what can be done about it. Theme and presenter outlive it.
class OnlinePanel final : public QWidget
{
    Q_OBJECT

public:
    OnlinePanel(const Theme &theme, TillPresenter &presenter, QWidget *parent = nullptr);

private:
    [[nodiscard]] TouchButton *makeButton(const char *name, QStringView action, const QString &text);
    void showPayment();

    const Theme &m_theme;
    TillPresenter &m_presenter;
    QLabel *m_title;
    AmountLabel *m_amount;
    QrCodeView *m_code;
    QLabel *m_state;
    QLabel *m_sentence;
};

} // namespace crema::desktop
