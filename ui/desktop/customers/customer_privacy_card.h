// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace crema {
class CustomerListPresenter;
} // namespace crema

namespace crema::desktop {

class Card;
class Theme;
class TouchButton;

/// What a customer may ask for: a copy of what is known of them, and to be erased. Whoever may not reads why.
class CustomerPrivacyCard final : public QWidget
{
    Q_OBJECT

public:
    CustomerPrivacyCard(const Theme &theme, CustomerListPresenter &presenter, QWidget *parent = nullptr);

private:
    [[nodiscard]] TouchButton *makeButton(const QString &action, const QString &text);
    void showReasons();
    void chooseFile();
    void askToErase();

    const Theme &m_theme;
    CustomerListPresenter &m_presenter;
    Card *m_card;
    QLabel *m_reasons;
};

} // namespace crema::desktop
