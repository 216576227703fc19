// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/till/favourites_presenter.h"
#include "ui/terminal/application/list_screen.h"

namespace crema::terminal {

/// The favourites of this till by number: a digit sells one. F7 takes the one with the mark off the list, F4 and F6
/// move it. The presenter outlives the screen.
class FavouritesScreen final : public ListScreen
{
    Q_OBJECT

public:
    FavouritesScreen(Navigator &navigator, Clock &clock, MenuEnter enter, FavouritesPresenter &favourites,
                     TillPresenter &till);
    ~FavouritesScreen() override;

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QList<TerminalAction> actions() override;
    [[nodiscard]] QString helpText() const override;
    void scan(const QString &code) override;

private:
    void refresh();
    void openRow(qsizetype row) override;
    void addLine();

    FavouritesPresenter &m_favourites;
    TillPresenter &m_till;
};

} // namespace crema::terminal
