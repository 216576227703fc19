// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/till/size_class.h"
#include "ui/desktop/widgets/late_panel.h"

#include <QWidget>

class QButtonGroup;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QListView;

namespace crema {
class HitListModel;
class TileListModel;
class TillPresenter;
class UnknownCodePresenter;
} // namespace crema

namespace crema::desktop {

class NewProductPanel;
class OptionsPanel;
class SearchField;
class Theme;
class TileView;
class UnknownCodeStrip;
class WeightPanel;

/// The leading side of the till: search field, categories, and the grid of tiles, the search results, the variants of
/// one product, or the form for a code that nobody knows.
class CatalogPanel final : public QWidget
{
    Q_OBJECT

public:
    CatalogPanel(const Theme &theme, TillPresenter &presenter, UnknownCodePresenter &unknownCode,
                 QWidget *parent = nullptr);

    void setSizeClass(SizeClass size);
    [[nodiscard]] QLineEdit *searchField() const;
    /// Puts the focus into the field of a weight that is asked for; false while none is.
    bool focusQuestion();
    [[nodiscard]] TileView *tiles() const { return m_tiles; }

Q_SIGNALS:
    /// Escape in the empty search field.
    void searchLeft();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeSearch();
    void makeResults();
    void showCategories();
    void showSearch();
    void showStep();
    void takeHit(int row);
    void fitCategories();
    void refreshIcons();
    void resizeEvent(QResizeEvent *event) override;

    const Theme &m_theme;
    TillPresenter &m_presenter;
    UnknownCodePresenter &m_unknownCode;
    TileListModel *m_tileModel;
    HitListModel *m_hitModel;
    SearchField *m_search;
    class QAction *m_searchIcon;
    QWidget *m_chips;
    QHBoxLayout *m_chipRow;
    QButtonGroup *m_chipGroup;
    class TouchButton *m_moreChips;
    QStackedWidget *m_stack;
    TileView *m_tiles;
    QListView *m_hits;
    QLabel *m_empty;
    QLabel *m_noTiles;
    QWidget *m_browse; ///< everything but the two below
    QStackedWidget *m_faces;
    LatePanel<OptionsPanel> m_options;
    LatePanel<WeightPanel> m_weight;
    LatePanel<NewProductPanel> m_newProduct;
    SizeClass m_size = SizeClass::Medium;
    UnknownCodeStrip *m_unknownStrip;
    QWidget *m_tilesFrame = nullptr;
    QWidget *m_hitsFrame = nullptr;
    class QVBoxLayout *m_column;
    QVBoxLayout *m_bars = nullptr;
};

} // namespace crema::desktop
