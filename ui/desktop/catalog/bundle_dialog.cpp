// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/catalog/bundle_dialog.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/catalog/bundle_editor.h"

#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace crema::desktop {

namespace {

constexpr int dialogWidth = 640;
constexpr int shownHits = 5;

void empty(QLayout &layout)
{
    while (QLayoutItem *item = layout.takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater(); // one of its fields may be what was used
        }
        delete item;
    }
}

} // namespace

BundleDialog::BundleDialog(const Theme &theme, BundleEditor &editor, QWidget *window)
    : QDialog(window), m_theme(theme), m_editor(editor), m_search(new QLineEdit), m_hits(new QVBoxLayout),
      m_rows(new QVBoxLayout), m_none(makeText(theme, QStringLiteral("bundleNone"), 14, QFont::Normal, "muted")),
      m_sum(makeText(theme, QStringLiteral("bundleSum"), 14, QFont::Medium)),
      m_problem(makeText(theme, QStringLiteral("bundleProblem"), 14, QFont::Medium, "error"))
{
    setObjectName(QStringLiteral("bundleDialog"));
    setWindowTitle(tr("Parts of %1", "a bundle").arg(editor.title()));
    setAttribute(Qt::WA_DeleteOnClose);
    m_search->setObjectName(QStringLiteral("bundleSearch"));
    m_search->setPlaceholderText(tr("Find a part by its name or code"));
    m_search->setAccessibleName(tr("Find a part by its name or code"));
    m_search->setMinimumHeight(theme.scaled(48));
    m_none->setText(tr("Nothing is in it: it is an article like any other. Find parts above to make it a bundle."));
    for (QLabel *label : {m_none, m_sum, m_problem})
        label->setWordWrap(true);
    m_hits->setSpacing(8);
    m_rows->setSpacing(8);
    auto *body = new QWidget;
    auto *list = new QVBoxLayout(body);
    list->setContentsMargins(0, 0, 0, 0);
    list->addLayout(m_rows);
    list->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(body);
    TouchButton *back = makeEnd(QStringLiteral("bundleBack"), tr("Cancel"));
    m_save = makeEnd(QStringLiteral("bundleSave"), tr("Save the parts"));
    m_save->setKind("primary");
    auto *ends = new QHBoxLayout;
    ends->setSpacing(12);
    ends->addWidget(back);
    ends->addWidget(m_save, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 24);
    column->setSpacing(12);
    column->addWidget(m_search);
    column->addLayout(m_hits);
    column->addWidget(m_none);
    column->addWidget(scroll, 1);
    column->addWidget(m_sum);
    column->addWidget(m_problem);
    column->addLayout(ends);
    connect(back, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, &editor, &BundleEditor::save);
    connect(m_search, &QLineEdit::textEdited, &editor, &BundleEditor::setSearchText);
    connect(m_search, &QLineEdit::returnPressed, &editor, [this] { m_editor.enter(m_search->text()); });
    // The next code goes into an empty field, unless somebody types on already.
    connect(&editor, &BundleEditor::taken, this, [this](const QString &text) {
        if (m_search->text().trimmed() == text)
            m_search->clear();
    });
    // Later: what changes it may be a field of a row, which is made anew.
    connect(&editor, &BundleEditor::changed, this, &BundleDialog::showAll, Qt::QueuedConnection);
    connect(&editor, &BundleEditor::saved, this, &QDialog::accept);
    setFixedWidth(window ? std::min(theme.scaled(dialogWidth), window->width() - 48) : theme.scaled(dialogWidth));
    setMinimumHeight(window ? std::min(theme.scaled(600), window->height() - 64) : theme.scaled(600));
    showAll();
    m_search->setFocus();
}

TouchButton *BundleDialog::makeButton(const QString &name, const QString &icon, const QString &spoken)
{
    auto *button = new TouchButton(m_theme, name);
    button->setIconName(icon);
    button->setAccessibleName(spoken);
    button->setToolTip(spoken);
    button->setFixedSize(m_theme.scaled(48), m_theme.scaled(48));
    button->setAutoDefault(false);
    return button;
}

TouchButton *BundleDialog::makeEnd(const QString &name, const QString &text)
{
    auto *button = new TouchButton(m_theme, name);
    button->setText(text);
    button->setAccessibleName(text);
    button->setTextSize(16, QFont::Medium);
    button->setMinimumHeight(m_theme.scaled(48));
    button->setAutoDefault(false); // Enter in the field adds what was found
    return button;
}

QWidget *BundleDialog::makeRow(int row)
{
    const BundleEditorRow &part = m_editor.rows().at(row);
    auto *line = new QWidget;
    line->setObjectName(QStringLiteral("bundlePart%1").arg(row));
    QLabel *name = makeText(m_theme, QStringLiteral("bundleName%1").arg(row), 16, QFont::Medium);
    name->setText(part.name);
    name->setWordWrap(true);
    const QString about = part.problemText.isEmpty() ? part.sku : part.problemText;
    QLabel *detail = makeText(m_theme, QStringLiteral("bundleDetail%1").arg(row), 14, QFont::Normal,
                              part.problemText.isEmpty() ? "muted" : "error");
    detail->setText(about);
    detail->setWordWrap(true);
    auto *quantity = new QSpinBox;
    quantity->setObjectName(QStringLiteral("bundleQuantity%1").arg(row));
    quantity->setAccessibleName(tr("How much of %1 is in one bundle", "a part").arg(part.name));
    quantity->setRange(1, static_cast<int>(maxBundleQuantity));
    quantity->setValue(static_cast<int>(part.quantity));
    quantity->setSuffix(part.unit == Unit::Gram ? tr(" g", "behind a quantity in grams") : QString());
    quantity->setMinimumHeight(m_theme.scaled(48));
    quantity->setKeyboardTracking(false);
    QLabel *price = makeText(m_theme, QStringLiteral("bundlePrice%1").arg(row), 16, QFont::Normal);
    price->setText(part.priceText);
    TouchButton *away = makeButton(QStringLiteral("bundleAway%1").arg(row), QStringLiteral("x"),
                                   tr("Take %1 out of the bundle", "a part").arg(part.name));
    connect(quantity, &QSpinBox::valueChanged, &m_editor, [this, row](int value) { m_editor.setQuantity(row, value); });
    connect(away, &QPushButton::clicked, &m_editor, [this, row] { m_editor.remove(row); });
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(name);
    texts->addWidget(detail);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(texts, 1);
    layout->addWidget(quantity);
    layout->addWidget(price);
    layout->addWidget(away);
    return line;
}

void BundleDialog::showAll()
{
    const QWidget *used = focusWidget();
    const QString focused = used && isMadeAnew(used) ? used->objectName() : QString();
    showRows();
    showHits();
    if (!focused.isEmpty())
        restoreFocus(focused);
    m_none->setVisible(m_editor.rows().isEmpty());
    m_sum->setText(m_editor.sumText());
    m_sum->setVisible(!m_editor.sumText().isEmpty());
    m_problem->setText(m_editor.problemText());
    m_problem->setVisible(!m_editor.problemText().isEmpty());
    m_save->setEnabled(m_editor.isChanged() && !m_editor.isSaving());
}

bool BundleDialog::isMadeAnew(const QWidget *widget) const
{
    for (const QVBoxLayout *layout : {m_rows, m_hits}) {
        for (int i = 0; i < layout->count(); ++i) {
            const QWidget *line = layout->itemAt(i)->widget();
            if (line == widget || line->isAncestorOf(widget))
                return true;
        }
    }
    return false;
}

// The field or button that was used keeps the focus, in the row that now stands there; where there is none any more,
// the next part is looked for.
void BundleDialog::restoreFocus(const QString &name)
{
    for (const QVBoxLayout *layout : {m_rows, m_hits}) {
        for (int i = 0; i < layout->count(); ++i) {
            QWidget *line = layout->itemAt(i)->widget();
            QWidget *same = line->objectName() == name ? line : line->findChild<QWidget *>(name);
            if (same) {
                same->setFocus();
                return;
            }
        }
    }
    m_search->setFocus();
}

void BundleDialog::showRows()
{
    empty(*m_rows);
    for (int row = 0; row < m_editor.rows().size(); ++row)
        m_rows->addWidget(makeRow(row));
}

void BundleDialog::showHits()
{
    empty(*m_hits);
    const int count = std::min(shownHits, static_cast<int>(m_editor.hits().size()));
    for (int row = 0; row < count; ++row) {
        const BundleHit &found = m_editor.hits().at(row);
        auto *hit = new TouchButton(m_theme, QStringLiteral("bundleHit%1").arg(row));
        hit->setIconName(QStringLiteral("plus"));
        hit->setText(found.name);
        hit->setAccessibleName(tr("Add %1", "a product").arg(found.name));
        hit->setSecondLine(found.priceText);
        hit->setTextSize(16, QFont::Medium);
        hit->setArrangement(TouchButton::Arrangement::Leading);
        hit->setMinimumHeight(m_theme.scaled(48));
        hit->setAutoDefault(false);
        connect(hit, &QPushButton::clicked, &m_editor, [this, row] { m_editor.addHit(row); });
        m_hits->addWidget(hit);
    }
}

} // namespace crema::desktop
