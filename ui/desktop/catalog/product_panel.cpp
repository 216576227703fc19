// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/catalog/product_panel.h"

#include "ui/desktop/catalog/bundle_dialog.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/badge.h"
#include "ui/desktop/widgets/card.h"
#include "ui/desktop/widgets/data_table.h"
#include "ui/desktop/widgets/empty_state.h"
#include "ui/desktop/widgets/page_header.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/catalog/product_detail.h"

#include <QFormLayout>
#include <QHeaderView>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace crema::desktop {

namespace {

constexpr int mostRows = 12; ///< of the variants' table before it scrolls

BadgeTone toneOf(Tone tone)
{
    switch (tone) {
    case Tone::Ok: return BadgeTone::Ok;
    case Tone::Warning: return BadgeTone::Warning;
    case Tone::Error: return BadgeTone::Error;
    case Tone::Neutral: break;
    }
    return BadgeTone::Neutral;
}

} // namespace

ProductPanel::ProductPanel(const Theme &theme, ProductDetail &detail, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_detail(detail),
      m_header(new PageHeader(theme, QStringLiteral("productHeader"))),
      m_state(new Badge(theme, QStringLiteral("productState"))),
      m_archived(new Badge(theme, QStringLiteral("productArchived"))), m_stack(new QStackedWidget),
      m_problem(new EmptyState(theme, QStringLiteral("productProblem"))), m_scroll(new QScrollArea),
      m_variants(new Card(theme, QStringLiteral("productVariants"), tr("Variants"))),
      m_about(new Card(theme, QStringLiteral("productAbout"), tr("About"))),
      m_table(new DataTable(theme, QStringLiteral("variantTable"))), m_lines(new QFormLayout)
{
    setObjectName(QStringLiteral("productPanel"));
    m_header->setParentPlace(tr("Catalog"));
    m_header->addBesideTitle(m_state);
    m_header->addBesideTitle(m_archived);
    m_archived->setLook({});
    m_variants->body()->addWidget(m_table);
    m_table->setAccessibleName(tr("Variants"));
    m_table->setEdge(Card::padding);
    m_table->setTable(&detail.table(), detail.table().columns());

    auto *lines = new QWidget;
    lines->setLayout(m_lines);
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setHorizontalSpacing(24);
    m_lines->setVerticalSpacing(8);
    m_lines->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_lines->setRowWrapPolicy(QFormLayout::DontWrapRows);
    m_lines->setLabelAlignment(Qt::AlignLeading | Qt::AlignTop);
    m_description = addLine(tr("Description"), "productDescription");
    m_category = addLine(tr("Category"), "productCategory");
    m_brand = addLine(tr("Brand"), "productBrand");
    m_tax = addLine(tr("Tax class"), "productTax");
    m_parts = addLine(tr("Parts of the bundle"), "productParts");
    m_about->addRow(lines);
    m_editParts = new TouchButton(theme, QStringLiteral("productEditParts"));
    m_editParts->setTextSize(14, QFont::Medium);
    m_editParts->setArrangement(TouchButton::Arrangement::Leading);
    m_about->addRow(m_editParts);

    auto *content = new QWidget;
    content->setObjectName(QStringLiteral("productContent"));
    auto *cards = new QVBoxLayout(content);
    cards->setSpacing(24);
    cards->addWidget(m_variants);
    cards->addWidget(m_about);
    cards->addStretch(1);
    m_scroll->setObjectName(QStringLiteral("productScroll"));
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_stack->addWidget(m_scroll);
    m_stack->addWidget(m_problem);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_stack, 1);
    setEdge(16);

    connect(m_header, &PageHeader::parentChosen, this, &ProductPanel::left);
    connect(m_problem, &EmptyState::actionChosen, &detail, &ProductDetail::refresh);
    connect(&detail, &ProductDetail::changed, this, &ProductPanel::showDetail);
    connectTable();
    connectBundle();
    showDetail();
}

void ProductPanel::connectBundle()
{
    // The variant in front is meant: the only one, or the one that somebody stands on.
    connect(m_editParts, &QPushButton::clicked, &m_detail,
            [this] { m_detail.editParts(std::max(m_table->currentIndex().row(), 0)); });
    connect(&m_detail.bundle(), &BundleEditor::wanted, this,
            [this] { (new BundleDialog(m_theme, m_detail.bundle(), window()))->open(); });
}

QLabel *ProductPanel::addLine(const QString &name, const char *objectName)
{
    QLabel *label =
        makeText(m_theme, QString::fromLatin1(objectName) + QStringLiteral("Label"), 14, QFont::Normal, "muted");
    label->setText(name);
    QLabel *value = makeText(m_theme, QString::fromLatin1(objectName), 14, QFont::Normal);
    value->setWordWrap(true);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    value->setAccessibleName(name);
    m_lines->addRow(label, value);
    return value;
}

void ProductPanel::connectTable()
{
    connect(m_table, &DataTable::editSubmitted, &m_detail, [this](const QModelIndex &index, const QString &text) {
        m_detail.submitCell(index.row(), index.column(), text);
    });
    connect(m_table, &DataTable::editRefused, &m_detail,
            [this](const QModelIndex &index) { m_detail.explainCell(index.column()); });
    connect(m_table, &DataTable::opened, m_table, [this](const QModelIndex &index) { m_table->editCell(index); });
    connect(m_table, &DataTable::editLinkChosen, &m_detail, &ProductDetail::openLinked);
    connect(&m_detail, &ProductDetail::cellSaved, m_table, &DataTable::acceptEdit);
    connect(&m_detail, &ProductDetail::cellRefused, m_table, &DataTable::refuseEdit);
}

void ProductPanel::setEdge(int px)
{
    m_header->setEdge(px);
    m_scroll->widget()->layout()->setContentsMargins(px, 4, px, px);
}

void ProductPanel::showLine(QLabel *value, const QString &text)
{
    value->setText(text.isEmpty() ? QStringLiteral("–") : text);
}

void ProductPanel::fitTable()
{
    const int rows = qBound(1, m_detail.table().rowCount(), mostRows);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() +
                            rows * m_table->verticalHeader()->defaultSectionSize());
}

void ProductPanel::showDetail()
{
    const ProductDetailView &view = m_detail.view();
    if (m_detail.face() == DetailFace::Error && m_detail.problem()) {
        m_problem->showState(QStringLiteral("cloud"), m_detail.problem()->message, m_detail.problem()->hint, "error");
        m_problem->setAction(tr("Try again"));
        m_problem->setLink({});
        m_header->setTitle(tr("Product"));
        m_stack->setCurrentWidget(m_problem);
        return;
    }
    m_stack->setCurrentWidget(m_scroll);
    if (m_detail.face() != DetailFace::Shown)
        return;
    m_header->setTitle(view.name);
    m_header->setAside(view.variantsText);
    m_state->setLook({view.state.iconName, view.state.text, toneOf(view.state.tone)});
    m_archived->setLook(view.archived ? BadgeLook{QStringLiteral("folder"), tr("Archived")} : BadgeLook());
    showLine(m_description, view.description);
    showLine(m_category, view.categories);
    showLine(m_brand, view.brand);
    showLine(m_tax, view.taxText);
    showLine(m_parts, view.partsText);
    const QString words = view.partsText.isEmpty() ? tr("Make it a bundle…") : tr("Change the parts…");
    m_editParts->setText(words);
    m_editParts->setAccessibleName(words);
    fitTable();
}

} // namespace crema::desktop
