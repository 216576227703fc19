// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/till/cart_customer_panel.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/form_field.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/till/cart_step_presenter.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

namespace crema::desktop {

namespace {

TouchButton *makeButton(const Theme &theme, const QString &objectName, const QString &text)
{
    auto *button = new TouchButton(theme, objectName);
    button->setTextSize(16, QFont::Medium);
    button->setText(text);
    button->setAccessibleName(text);
    button->setMinimumHeight(qMax(48, theme.scaled(44)));
    return button;
}

} // namespace

CartCustomerPanel::CartCustomerPanel(const Theme &theme, CartStepPresenter &steps)
    : CartStepPanel(theme, steps, QStringLiteral("cartCustomerPanel"), tr("Customer")), m_customer(steps.customer()),
      m_finding(new QWidget), m_making(new QWidget), m_search(new QLineEdit),
      m_attached(makeText(theme, QStringLiteral("cartCustomerNow"), 16, QFont::Medium)),
      m_takeOff(makeButton(theme, QStringLiteral("cartCustomerTakeOff"), tr("Take off"))),
      m_problem(makeText(theme, QStringLiteral("cartCustomerProblem"), 14, QFont::Normal, "muted")),
      m_makingProblem(makeText(theme, QStringLiteral("newCartCustomerProblem"), 14, QFont::Normal, "error")),
      m_new(makeButton(theme, QStringLiteral("cartCustomerNew"), tr("New customer"))), m_list(new QVBoxLayout),
      m_name(new QLineEdit), m_email(new QLineEdit), m_phone(new QLineEdit)
{
    makeSearch();
    makeForm();
    body()->addWidget(m_finding);
    body()->addWidget(m_making);
    body()->addStretch(1);
    connect(&m_customer, &CartCustomerPresenter::changed, this, &CartCustomerPanel::showState);
    connect(&steps.points(), &PointsPresenter::changed, this, &CartCustomerPanel::showState);
    showState();
}

void CartCustomerPanel::makeSearch()
{
    auto *now = new QHBoxLayout;
    m_attached->setWordWrap(true);
    now->addWidget(m_attached, 1);
    now->addWidget(m_takeOff);
    auto *column = new QVBoxLayout(m_finding);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addLayout(now);
    column->addWidget(new FormField(m_theme, QStringLiteral("cartCustomerSearch"),
                                    tr("A part of a name, an address or a number"), m_search));
    m_problem->setWordWrap(true);
    column->addWidget(m_problem);
    m_list->setSpacing(8);
    column->addLayout(m_list);
    m_new->setIconName(QStringLiteral("plus"));
    column->addWidget(m_new, 0, Qt::AlignLeft);
    connect(m_search, &QLineEdit::textEdited, &m_customer, &CartCustomerPresenter::setSearchText);
    connect(m_search, &QLineEdit::returnPressed, &m_customer, [this] {
        // Only what stands there as the answer to these words is taken.
        if (!m_customer.isReading() && !m_search->text().trimmed().isEmpty())
            m_customer.attach(0);
    });
    connect(m_new, &QPushButton::clicked, &m_customer, &CartCustomerPresenter::beginNew);
    connect(m_takeOff, &QPushButton::clicked, &m_customer, &CartCustomerPresenter::detach, Qt::QueuedConnection);
}

void CartCustomerPanel::makeForm()
{
    auto *column = new QVBoxLayout(m_making);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    const auto add = [&](const char *name, const char *wireName, const QString &label, QLineEdit *editor) {
        auto *field = new FormField(m_theme, QString::fromLatin1(name), label, editor);
        field->setProperty("field", QString::fromLatin1(wireName));
        m_fields.append(field);
        column->addWidget(field);
        connect(editor, &QLineEdit::returnPressed, this, &CartCustomerPanel::save);
    };
    add("newCartCustomerName", "name", tr("Name"), m_name);
    add("newCartCustomerEmail", "email", tr("E-mail (optional)"), m_email);
    add("newCartCustomerPhone", "phone", tr("Phone (optional)"), m_phone);
    m_makingProblem->setWordWrap(true);
    column->addWidget(m_makingProblem);
    auto *save = makeButton(m_theme, QStringLiteral("newCartCustomerSave"), tr("Keep and attach"));
    save->setKind("primary");
    auto *cancel = makeButton(m_theme, QStringLiteral("newCartCustomerCancel"), tr("Cancel"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(cancel);
    buttons->addWidget(save, 1);
    column->addLayout(buttons);
    connect(save, &QPushButton::clicked, this, &CartCustomerPanel::save);
    connect(cancel, &QPushButton::clicked, &m_customer, &CartCustomerPresenter::stopNew);
}

void CartCustomerPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_customer.isCreating())
        m_customer.stopNew();
    else
        CartStepPanel::keyPressEvent(event);
}

void CartCustomerPanel::arrive()
{
    m_wasMaking = false;
    m_search->clear();
    showState();
    m_search->setFocus();
}

void CartCustomerPanel::save()
{
    m_customer.create(m_name->text(), m_email->text(), m_phone->text());
}

void CartCustomerPanel::showState()
{
    const bool isMaking = m_customer.isCreating();
    m_finding->setVisible(!isMaking);
    m_making->setVisible(isMaking);
    if (isMaking != m_wasMaking) {
        m_wasMaking = isMaking;
        m_name->setText(m_search->text());
        m_email->clear();
        m_phone->clear();
        (isMaking ? m_name : m_search)->setFocus();
    }
    for (FormField *field : std::as_const(m_fields))
        field->setProblem(m_customer.fieldProblem(field->property("field").toString()));
    const QString attached = m_customer.attachedName();
    QStringList about{attached.isEmpty() ? tr("The sale is for nobody in particular.")
                                         : tr("The sale is for %1.").arg(attached),
                      m_steps.points().balanceText()};
    about.removeAll(QString());
    m_attached->setText(about.join(QLatin1Char(' ')));
    m_takeOff->setVisible(!attached.isEmpty());
    m_problem->setText(m_customer.problemText());
    m_problem->setVisible(!m_customer.problemText().isEmpty());
    m_makingProblem->setText(m_customer.makingProblem());
    m_makingProblem->setVisible(!m_customer.makingProblem().isEmpty());
    m_new->setVisible(m_customer.mayCreate());
    showRows();
}

// As many buttons as were ever needed stay: none of them goes while it is pressed.
void CartCustomerPanel::showRows()
{
    const QList<CartCustomerRow> &rows = m_customer.rows();
    while (m_rows.size() < rows.size()) {
        const int row = static_cast<int>(m_rows.size());
        auto *button = makeButton(m_theme, QStringLiteral("cartCustomer%1").arg(row), {});
        button->setArrangement(TouchButton::Arrangement::Leading);
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        button->setFixedHeight(m_theme.scaled(64));
        connect(
            button, &QPushButton::clicked, &m_customer, [this, row] { m_customer.attach(row); }, Qt::QueuedConnection);
        m_list->addWidget(button);
        m_rows.append(button);
    }
    for (int row = 0; row < m_rows.size(); ++row) {
        m_rows.at(row)->setVisible(row < rows.size());
        if (row >= rows.size())
            continue;
        m_rows.at(row)->setText(rows.at(row).name);
        m_rows.at(row)->setSecondLine(rows.at(row).aboutText);
        m_rows.at(row)->setAccessibleName(
            tr("%1, %2", "a customer and their address").arg(rows.at(row).name, rows.at(row).aboutText));
    }
}

} // namespace crema::desktop
