// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace crema {
class FavouritesPresenter;
}

namespace crema::desktop {

class Theme;
class TouchButton;

/// Arranges what the till shows first: each favourite goes up, down or away by a button of its own, and others are
/// found by their name. Not modal to the program's events: open it with open(). The presenter outlives it.
class FavouritesDialog final : public QDialog
{
    Q_OBJECT

public:
    FavouritesDialog(const Theme &theme, FavouritesPresenter &presenter, QWidget *window);

private:
    void showRows();
    void showHits();
    [[nodiscard]] QWidget *makeRow(int row);
    [[nodiscard]] TouchButton *makeButton(const QString &name, const QString &icon, const QString &spoken);

    const Theme &m_theme;
    FavouritesPresenter &m_presenter;
    QLineEdit *m_search;
    QVBoxLayout *m_hits;
    QVBoxLayout *m_rows;
    QLabel *m_none;
};

} // namespace crema::desktop
