// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/till/catalog_panel.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/till/hit_delegate.h"
#include "ui/desktop/till/new_product_panel.h"
#include "ui/desktop/till/options_panel.h"
#include "ui/desktop/till/search_field.h"
#include "ui/desktop/till/tile_delegate.h"
#include "ui/desktop/till/tile_view.h"
#include "ui/desktop/till/unknown_code_strip.h"
#include "ui/desktop/till/weight_panel.h"
#include "ui/desktop/widgets/key_name.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/till/hit_list_model.h"
#include "ui/presenters/till/tile_list_model.h"
#include "ui/presenters/till/till_presenter.h"
#include "ui/presenters/till/till_weighing.h"
#include "ui/presenters/till/unknown_code_presenter.h"

#include <QAction>
#include <QButtonGroup>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QRegularExpression>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace crema::desktop {

CatalogPanel::CatalogPanel(const Theme &theme, TillPresenter &presenter, UnknownCodePresenter &unknownCode,
                           QWidget *parent)
    : QWidget(parent), m_theme(theme), m_presenter(presenter), m_unknownCode(unknownCode),
      m_tileModel(new TileListModel(presenter, this)), m_hitModel(new HitListModel(presenter, this)),
      m_search(new SearchField(theme)), m_chips(new QWidget), m_chipRow(new QHBoxLayout(m_chips)),
      m_chipGroup(new QButtonGroup(this)), m_moreChips(new TouchButton(theme, QStringLiteral("moreCategories"))),
      m_stack(new QStackedWidget), m_tiles(new TileView), m_hits(new QListView),
      m_empty(makeText(theme, QStringLiteral("noHits"), 16, QFont::Normal, "muted")),
      m_noTiles(makeText(theme, QStringLiteral("noTiles"), 16, QFont::Normal, "muted")), m_browse(new QWidget),
      m_faces(new QStackedWidget), m_options(*m_faces,
                                             [this] {
                                                 auto *panel = new OptionsPanel(m_theme, m_presenter);
                                                 panel->setSizeClass(m_size);
                                                 return panel;
                                             }),
      m_weight(*m_faces, [this] { return new WeightPanel(m_theme, m_presenter.weighing()); }),
      m_newProduct(*m_faces, [this] { return new NewProductPanel(m_theme, m_presenter, m_unknownCode); }),
      m_unknownStrip(new UnknownCodeStrip(theme, unknownCode)), m_column(new QVBoxLayout(m_browse))
{
    setObjectName(QStringLiteral("catalogPanel"));
    makeSearch();
    makeResults();
    m_chipRow->setContentsMargins(0, 0, 0, 0);
    m_chipRow->setSpacing(8);
    m_chips->setObjectName(QStringLiteral("categoryRow"));
    m_moreChips->setIconName(QStringLiteral("more"));
    m_moreChips->setAccessibleName(tr("More categories"));
    m_moreChips->setToolTip(tr("More categories"));
    m_moreChips->setFixedWidth(48);
    m_column->setSpacing(8);
    // The scroll bar of the tiles stands in the page's edge, so that tiles and search field end on one line.
    auto *bars = new QVBoxLayout;
    bars->setSpacing(8);
    bars->addWidget(m_search);
    bars->addWidget(m_unknownStrip);
    bars->addWidget(m_chips);
    m_bars = bars;
    m_column->addLayout(bars);
    m_column->addWidget(m_stack, 1);
    m_faces->setObjectName(QStringLiteral("catalogFaces"));
    m_browse->setObjectName(QStringLiteral("browsePanel"));
    m_faces->addWidget(m_browse);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_faces);

    connect(&presenter, &TillPresenter::categoriesChanged, this, &CatalogPanel::showCategories);
    connect(&presenter, &TillPresenter::searchChanged, this, &CatalogPanel::showSearch);
    connect(&presenter, &TillPresenter::tilesChanged, this, &CatalogPanel::showSearch);
    connect(&presenter, &TillPresenter::optionsChanged, this, &CatalogPanel::showStep);
    connect(&presenter.weighing(), &TillWeighing::changed, this, &CatalogPanel::showStep);
    connect(&unknownCode, &UnknownCodePresenter::changed, this, &CatalogPanel::showStep);
    connect(m_moreChips, &QPushButton::clicked, this, [this] {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        for (int row = 0; row < m_presenter.categories().size(); ++row)
            menu->addAction(m_presenter.categories().at(row).name, this,
                            [this, row] { m_presenter.selectCategory(row); });
        menu->popup(m_moreChips->mapToGlobal(QPoint(0, m_moreChips->height())));
    });
    connect(&theme, &Theme::changed, this, &CatalogPanel::refreshIcons);
    setSizeClass(SizeClass::Medium);
    showCategories();
    showSearch();
}

QLineEdit *CatalogPanel::searchField() const
{
    return m_search;
}

void CatalogPanel::makeSearch()
{
    m_search->setObjectName(QStringLiteral("searchField"));
    m_search->setPlaceholderText(tr("Search or scan a product"));
    m_search->setAccessibleName(tr("Search or scan a product"));
    m_search->setClearButtonEnabled(true);
    const Action &search = *m_presenter.actions().find(u"till.search");
    const auto showKey = [this, &search] { m_search->setKey(keyName(search)); };
    connect(&search, &Action::changed, this, showKey);
    showKey();
    m_search->installEventFilter(this);
    m_searchIcon = m_search->addAction(m_theme.icon(QStringLiteral("search"), "muted"), QLineEdit::LeadingPosition);
    m_searchIcon->setText(tr("Search products"));
    connect(m_search, &QLineEdit::textEdited, &m_presenter, &TillPresenter::setSearchText);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty())
            m_presenter.setSearchText(text); // the clear button does not count as edited
    });
}

void CatalogPanel::makeResults()
{
    m_tiles->setObjectName(QStringLiteral("tileGrid"));
    m_tiles->setAccessibleName(tr("Products"));
    m_tiles->setModel(m_tileModel);
    m_tiles->setItemDelegate(new TileDelegate(m_theme, *m_tileModel, m_tiles));
    connect(m_tiles, &QAbstractItemView::clicked, this,
            [this](const QModelIndex &index) { m_presenter.addTile(index.row()); });

    m_hits->setObjectName(QStringLiteral("hitList"));
    m_hits->setAccessibleName(tr("Search results"));
    m_hits->setModel(m_hitModel);
    m_hits->setItemDelegate(new HitDelegate(m_theme, *m_hitModel, m_hits));
    m_hits->setUniformItemSizes(true);
    m_hits->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_hits->setEditTriggers(QAbstractItemView::NoEditTriggers);
    connect(m_hits, &QAbstractItemView::clicked, this, [this](const QModelIndex &index) { takeHit(index.row()); });

    m_empty->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_empty->setContentsMargins(24, 48, 24, 24);
    m_empty->setWordWrap(true);
    m_noTiles->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_noTiles->setContentsMargins(24, 48, 24, 24);
    m_noTiles->setWordWrap(true);
    m_noTiles->setText(tr("There are no products here yet. They come with the next sync, or from an import in the "
                          "catalog."));
    const auto framed = [this](QWidget *view) {
        auto *frame = new QWidget;
        (new QHBoxLayout(frame))->addWidget(view);
        m_stack->addWidget(frame);
        return frame;
    };
    m_tilesFrame = framed(m_tiles);
    m_hitsFrame = framed(m_hits);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_noTiles);
}

void CatalogPanel::takeHit(int row)
{
    if (m_unknownCode.step() == UnknownCodePresenter::Step::Linking)
        m_unknownCode.linkHit(row);
    else
        m_presenter.addHit(row);
}

bool CatalogPanel::focusQuestion()
{
    if (m_faces->currentWidget() != m_weight.made() || m_weight.made() == nullptr)
        return false;
    m_weight.made()->arrive();
    return true;
}

void CatalogPanel::showStep()
{
    const QWidget *before = m_faces->currentWidget();
    // The focus goes where the question is, and back to the page when it is answered.
    if (m_unknownCode.step() == UnknownCodePresenter::Step::Creating) {
        if (m_newProduct.show() != before)
            m_newProduct.get()->arrive();
    } else if (m_presenter.options()) {
        if (m_options.show() != before)
            m_options.get()->arrive();
    } else if (m_presenter.weighing().view()) {
        if (m_weight.show() != before)
            m_weight.get()->arrive();
    } else if (before != m_browse) {
        m_faces->setCurrentWidget(m_browse);
        Q_EMIT searchLeft();
    }
}

void CatalogPanel::setSizeClass(SizeClass size)
{
    m_size = size;
    if (m_options.made())
        m_options.made()->setSizeClass(size);
    m_unknownStrip->setNarrow(size == SizeClass::Compact);
    const bool wide = size == SizeClass::Wide;
    const int smallest = size == SizeClass::Compact ? 112 : wide ? 144 : 120;
    const int edge = wide ? 24 : 16;
    m_column->setContentsMargins(0, 8, 0, 12);
    m_bars->setContentsMargins(edge, 0, edge, 0);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    m_hitsFrame->layout()->setContentsMargins(edge, 0, edge, 0);
    m_tilesFrame->layout()->setContentsMargins(mirrored ? 0 : edge, 0, mirrored ? edge : 0, 0);
    m_tiles->setGutter(edge);
    m_tiles->setMeasures(QSize(m_theme.scaled(smallest), m_theme.scaled(wide ? 112 : 96)), wide ? 12 : 8);
    fitCategories();
}

void CatalogPanel::showCategories()
{
    const QList<CategoryChip> &categories = m_presenter.categories();
    qDeleteAll(m_chips->findChildren<TouchButton *>(QRegularExpression(QStringLiteral("^category\\d+$"))));
    while (QLayoutItem *item = m_chipRow->takeAt(0))
        delete item;
    for (int row = 0; row < categories.size(); ++row) {
        auto *chip = new TouchButton(m_theme, QStringLiteral("category%1").arg(row), m_chips);
        chip->setText(categories.at(row).name);
        chip->setAccessibleName(categories.at(row).name);
        chip->setTextSize(16, QFont::Medium);
        chip->setCheckable(true);
        chip->setChecked(row == m_presenter.currentCategory());
        chip->setFixedHeight(48);
        chip->setFixedWidth(QFontMetrics(m_theme.font(16, QFont::DemiBold)).horizontalAdvance(chip->text()) + 34);
        m_chipGroup->addButton(chip, row);
        connect(chip, &QPushButton::clicked, this, [this, row] { m_presenter.selectCategory(row); });
        m_chipRow->addWidget(chip);
    }
    m_chipRow->addWidget(m_moreChips);
    m_chipRow->addStretch(1);
    fitCategories();
}

void CatalogPanel::fitCategories()
{
    const int room = width() - m_bars->contentsMargins().left() - m_bars->contentsMargins().right();
    const QList<QAbstractButton *> chips = m_chipGroup->buttons();
    int all = -8;
    for (const QAbstractButton *chip : chips)
        all += chip->minimumWidth() + 8;
    const int limit = all <= room ? room : room - 56;
    int used = -8;
    bool fits = true;
    for (QAbstractButton *chip : chips) {
        used += chip->minimumWidth() + 8;
        fits = fits && used <= limit;
        chip->setVisible(fits);
    }
    m_moreChips->setVisible(!fits);
    m_chips->setVisible(chips.size() > 1);
}

void CatalogPanel::showSearch()
{
    if (m_search->text() != m_presenter.searchText())
        m_search->setText(m_presenter.searchText());
    const bool searching = !m_presenter.searchText().trimmed().isEmpty();
    if (!searching) {
        m_stack->setCurrentWidget(m_presenter.tiles().isEmpty() ? static_cast<QWidget *>(m_noTiles) : m_tilesFrame);
    } else if (!m_presenter.hits().isEmpty()) {
        m_stack->setCurrentWidget(m_hitsFrame);
        if (!m_hits->currentIndex().isValid())
            m_hits->setCurrentIndex(m_hitModel->index(0));
    } else if (m_presenter.hitsAreCurrent()) {
        m_empty->setText(tr("No product matches “%1”. Check the spelling or scan its barcode.")
                             .arg(m_presenter.searchText().trimmed()));
        m_stack->setCurrentWidget(m_empty);
    }
}

bool CatalogPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    auto &key = static_cast<QKeyEvent &>(*event);
    switch (key.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (key.modifiers() & Qt::ControlModifier)
            return false;
        if (m_unknownCode.step() == UnknownCodePresenter::Step::Linking) {
            if (m_presenter.hitsAreCurrent())
                takeHit(m_hits->currentIndex().row());
        } else if (m_presenter.hitsAreCurrent() && m_hits->currentIndex().row() > 0) {
            m_presenter.addHit(m_hits->currentIndex().row());
        } else {
            m_presenter.acceptSearch();
        }
        return true;
    case Qt::Key_Down:
    case Qt::Key_Up:
        if (m_stack->currentWidget() != m_hitsFrame)
            return false;
        m_hits->setCurrentIndex(m_hitModel->index(qBound(
            0, m_hits->currentIndex().row() + (key.key() == Qt::Key_Down ? 1 : -1), m_hitModel->rowCount() - 1)));
        return true;
    case Qt::Key_Escape:
        if (!m_search->text().isEmpty())
            m_search->clear();
        else if (m_unknownCode.step() != UnknownCodePresenter::Step::None)
            m_unknownCode.ignore();
        else
            Q_EMIT searchLeft();
        return true;
    default: return false;
    }
}

void CatalogPanel::refreshIcons()
{
    m_searchIcon->setIcon(m_theme.icon(QStringLiteral("search"), "muted"));
    m_tiles->viewport()->update();
    m_hits->viewport()->update();
}

void CatalogPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitCategories();
}

} // namespace crema::desktop
