// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/catalog/catalog_page.h"

#include "ui/desktop/catalog/catalog_filter_bar.h"
#include "ui/desktop/catalog/catalog_list_panel.h"
#include "ui/desktop/catalog/product_panel.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/data_table.h"
#include "ui/presenters/catalog/catalog_presenter.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

namespace crema::desktop {

namespace {

constexpr int edge = 16;
constexpr int wideEdge = 24;

} // namespace

CatalogPage::CatalogPage(const Theme &theme, CatalogPresenter &presenter, QWidget *parent)
    : AreaPage(parent), m_theme(theme), m_presenter(presenter), m_list(new CatalogListPanel(theme, presenter)),
      m_rule(new QFrame), m_product(new ProductPanel(theme, presenter.detail()))
{
    setObjectName(QStringLiteral("catalogPage"));
    m_rule->setProperty("role", QStringLiteral("columnRule"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_list);
    row->addWidget(m_rule);
    row->addWidget(m_product, 1);
    connect(&presenter, &CatalogPresenter::placeChanged, this, [this] {
        arrange();
        if (m_presenter.place().isEmpty())
            m_list->takeFocus();
        else if (m_size != SizeClass::Wide)
            m_product->table()->setFocus(Qt::OtherFocusReason);
        Q_EMIT placeChanged();
    });
    connect(m_product, &ProductPanel::left, &presenter, &CatalogPresenter::closeDetail);
    arrange();
}

AreaPage::Area CatalogPage::area()
{
    return {QStringLiteral("catalog"), tr("Catalog"), QStringLiteral("catalog")};
}

void CatalogPage::setSizeClass(SizeClass size)
{
    m_size = size;
    arrange();
}

void CatalogPage::arrange()
{
    const bool open = !m_presenter.place().isEmpty();
    const bool beside = open && m_size == SizeClass::Wide;
    m_list->setVisible(!open || beside);
    m_rule->setVisible(beside);
    m_product->setVisible(open);
    m_list->setNarrow(beside);
    m_list->setMinimumWidth(beside ? m_theme.scaled(listWidth) : 0);
    m_list->setMaximumWidth(beside ? m_theme.scaled(listWidth) : QWIDGETSIZE_MAX);
    const int margin = m_size == SizeClass::Wide ? wideEdge : edge;
    m_list->setEdge(margin);
    m_product->setEdge(margin);
}

void CatalogPage::arrive()
{
    m_presenter.arrive();
    if (m_list->isVisible())
        m_list->takeFocus();
    else
        m_product->table()->setFocus(Qt::OtherFocusReason);
}

void CatalogPage::showEvent(QShowEvent *event)
{
    AreaPage::showEvent(event);
    m_presenter.arrive();
}

void CatalogPage::hideEvent(QHideEvent *event)
{
    AreaPage::hideEvent(event);
    m_presenter.leave();
}

bool CatalogPage::takeScan(const QString &code)
{
    m_presenter.takeScan(code);
    return true;
}

QString CatalogPage::place() const
{
    return m_presenter.place();
}

void CatalogPage::showPlace(const QString &place)
{
    m_presenter.showPlace(place);
    arrange();
}

void CatalogPage::keyPressEvent(QKeyEvent *event)
{
    if (event->text() == QLatin1String("/") && m_list->isVisible()) {
        m_presenter.actions().find(u"catalog.filter")->trigger();
    } else if (event->key() == Qt::Key_Escape) {
        if (m_presenter.problem())
            m_presenter.clearProblem();
        else
            m_presenter.closeDetail();
    } else {
        AreaPage::keyPressEvent(event);
    }
}

} // namespace crema::desktop
